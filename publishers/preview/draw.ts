import type { ReleasedRow } from '../../model/release-row.ts';
import type { Library } from '../../release-log/library.ts';
import { beginsHeld, gatherLesson } from '../email/lesson-material.ts';
import { personalise } from '../email/mail/personal-links.ts';
import { createMailRenderer } from '../email/render-mail.ts';
import { renderCourse } from '../email/web/render-course.tsx';
import { feedItem } from '../feed/item.ts';
import type { PageSettings } from '../html/page.tsx';
import { renderEntry } from '../site/render.tsx';
import type { ReadingContext } from '../site/view.ts';
import { dayOf } from '../wording/dates.ts';

/** What drawing needs beside rows. */
export interface DrawingSettings extends Omit<PageSettings, 'siteUrl' | 'demo'> {
  siteUrl: string;
  demo: boolean;
  /** drawings of the body that pages show */
  maps?: ReadingContext['maps'];
  /** stands in every mail */
  postalAddress: string;
}

interface Drawing extends DrawingSettings {
  /** with the row in it as if it were released */
  library: Library;
  now: Date;
}

/** A page as the site gives it, or the page of a course: the same bytes, unless it is not to tell its past. */
export async function drawPage(
  row: ReleasedRow,
  { library, now, ...settings }: Drawing,
  tellsPast: boolean,
): Promise<string> {
  const { snapshot } = row;
  if (snapshot.type === 'course') {
    const held = await beginsHeld(library, snapshot, now);
    return (await renderCourse(settings, { row, course: snapshot, held })).html;
  }
  const { siteUrl, demo, emergency, maps } = settings;
  const { representation } = await renderEntry(
    row,
    { library, siteUrl, demo, emergency, maps, today: dayOf(now) },
    tellsPast,
  );
  return representation.identity.toString();
}

export interface Letter {
  subject: string;
  preheader: string;
  html: string;
  text: string;
}

/** A lesson as a reader would get it today; a reason in words when nobody would. */
export async function drawLesson(
  { course, key }: { course: string; key: string },
  { library, now, ...settings }: Drawing,
): Promise<Letter | { unsent: string }> {
  const gathered = await gatherLesson(library, course, key, now);
  switch (gathered.status) {
    case 'course-gone':
      return { unsent: 'The course of this lesson is not live: nobody would get this mail.' };
    case 'lesson-gone':
      return { unsent: 'The course has no such lesson: nobody would get this mail.' };
    case 'held-back':
      return { unsent: `This lesson would be held back. ${gathered.reason}` };
    case 'ready': {
      // A renderer of its own: what it keeps goes with it.
      const { subject, html, text } = await createMailRenderer(settings).lesson(gathered.material);
      const { preheader } = gathered.material.lesson;
      return { subject, preheader, html: personalise(html, NOBODYS), text: personalise(text, NOBODYS) };
    }
  }
}

const NO_TOKEN = 'a-preview-has-no-token';
/** Where a mail has what belongs to one reader. */
const NOBODYS = { confirm: NO_TOKEN, unsubscribe: NO_TOKEN, preferences: NO_TOKEN, lesson: NO_TOKEN };

/** The item of the feed, in lines to be read; without the seal and the signature, which nobody can give it yet. */
export function drawItem(row: ReleasedRow, { library, now, siteUrl, demo, emergency }: Drawing): string {
  return JSON.stringify(feedItem(row, { library, siteUrl, demo, emergency, today: dayOf(now) }), null, 2);
}
