import type { ReleasedRow } from '../../model/release-row.ts';
import type { Library } from '../../release-log/library.ts';
import type { ChannelShown } from './channels-shown.ts';
import { lessonsUsing } from './lessons.ts';
import { overlaid } from './overlay.ts';

/** One of the places where readers get an entry. */
export interface PreviewOffer {
  channel: ChannelShown;
  /** what to call it, e.g. `Lesson 3: {subject} ({course})` */
  title: string;
  /** of a mail: what `lesson` takes */
  lesson?: string;
  /** the lesson stands in a draft of its course alone */
  draft?: true;
  /** address of the preview, without an origin */
  url: string;
}

/**
 * Everything that can be previewed of a row: its page, its item, each lesson that uses it. `drafts` are the rows of
 * courses whose drafts name it, as if they were released: of these only lessons that the live course has not.
 */
export async function previewsOf(
  { row, drafts, library }: { row: ReleasedRow; drafts: readonly ReleasedRow[]; library: Library },
  { base, now }: { base: string; now: Date },
): Promise<PreviewOffer[]> {
  const live = await lessonsUsing(row, overlaid(library, [row]), now);
  const known = new Set(live.map(({ course, key }) => `${course}:${key}`));
  const drafted = await lessonsUsing(row, overlaid(library, [row, ...drafts]), now);
  const lessons = [
    ...live.map((lesson) => ({ lesson, draft: false })),
    ...drafted.filter(({ course, key }) => !known.has(`${course}:${key}`)).map((lesson) => ({ lesson, draft: true })),
  ];
  return [
    { channel: 'page', title: 'Page', url: `${base}?channel=page` },
    ...lessons.map(({ lesson: { course, courseTitle, key, number, subject }, draft }): PreviewOffer => {
      const lesson = `${course}:${key}`;
      const url = `${base}?channel=mail&lesson=${encodeURIComponent(lesson)}${draft ? '&course=draft' : ''}`;
      const title = `Lesson ${number}: ${subject} (${courseTitle})`;
      return { channel: 'mail', title, lesson, ...(draft ? { draft } : {}), url };
    }),
    { channel: 'feed', title: 'Feed', url: `${base}?channel=feed` },
  ];
}
