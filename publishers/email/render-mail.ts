import { LRUCache } from 'lru-cache';
import { createElement, type ReactElement } from 'react';
import { ANY_COUNTRY, type EmergencyNumber } from '../../model/emergency-numbers.ts';
import type { CourseContent } from '../../model/entries/course.ts';
import type { Release } from '../../model/release-row.ts';
import { rowsIn, type LessonMaterial } from './lesson-material.ts';
import type { ConfirmationMailProps } from './mail/confirmation-mail.tsx';
import type { CorrectionMailProps } from './mail/correction-mail.tsx';
import type { Detail } from './mail/entry-block.tsx';
import type { LessonMailProps } from './mail/lesson-mail.tsx';
import { sharedLinks } from './mail/personal-links.ts';

/** A mail's words, the same for everyone until tokens are put in (`mail/personal-links.ts`). */
export interface RenderedMail {
  /** as in the mail: with the demonstration's prefix when it is one */
  subject: string;
  /** the subject alone */
  topic: string;
  html: string;
  text: string;
}

export interface MailRenderer {
  /** `resumes` tells who waited for it that it was held back */
  lesson(material: LessonMaterial, resumes?: boolean): Promise<RenderedMail>;
  /** the HTML of a lesson for the browser, without anything personal; `later` stands on top */
  lessonPage(material: LessonMaterial, later: Release[]): Promise<string>;
  confirmation(
    course: CourseContent,
    seq: number,
    now: { alreadyTaking: boolean; held: boolean },
  ): Promise<RenderedMail>;
  correction(
    props: Pick<
      CorrectionMailProps,
      'row' | 'instead' | 'lesson' | 'signs' | 'courseTitle' | 'lessonSubject' | 'lessonSentAt'
    >,
  ): Promise<RenderedMail>;
}

export interface MailRendererOptions {
  siteUrl: string;
  postalAddress: string;
  demo: boolean;
  /** emergency numbers, the site's own first; numbers of several countries unless told */
  emergency?: readonly EmergencyNumber[] | undefined;
}

/** Gmail hides what comes after 102 KB; the personal tokens add less than one. */
const MAX_HTML_BYTES = 95_000;
const KEPT = 200;

/** Renders every mail once per what it is made of; the last 200 are kept. */
export function createMailRenderer({
  siteUrl,
  postalAddress,
  demo,
  emergency = ANY_COUNTRY,
}: MailRendererOptions): MailRenderer {
  const cache = new LRUCache<string, Promise<RenderedMail>>({ max: KEPT });
  const frame = { siteUrl, postalAddress, demo };
  const links = sharedLinks(siteUrl);
  const finished = async (topic: string, html: string): Promise<RenderedMail> => ({
    subject: demo ? `[Demonstration] ${topic}` : topic,
    topic,
    html,
    text: await toText(html),
  });

  const once = (key: string, render: () => Promise<RenderedMail>): Promise<RenderedMail> => {
    const known = cache.get(key);
    if (known) return known;
    const rendering = render();
    cache.set(key, rendering);
    // Whoever asked hears of the failure; the next one tries again.
    rendering.catch(() => cache.delete(key));
    return rendering;
  };

  return {
    lesson: (material, resumes = false) =>
      once(`${keyOf(material)} ${resumes}`, async () => {
        const html = await renderToFit({ ...frame, emergency, material, resumes, links });
        return finished(material.lesson.subject, html);
      }),
    lessonPage: (material, later) => renderToFit({ ...frame, emergency, material, later, links: null }),
    confirmation: (course, seq, { alreadyTaking, held }) =>
      once(`confirmation ${seq} ${alreadyTaking} ${held}`, async () => {
        const html = await renderConfirmation({ ...frame, course, alreadyTaking, held, links });
        return finished(`${alreadyTaking ? 'You are already taking' : 'Please confirm'}: ${course.title}`, html);
      }),
    correction: (props) =>
      once(
        `correction ${props.row.seq} ${props.instead?.seq} ${props.lesson?.key} ${props.signs.map(({ seq }) => seq).join()} ${props.courseTitle} ${props.lessonSubject} ${props.lessonSentAt.slice(0, 10)}`,
        async () => {
          const word = props.row.kind === 'withdrawn' ? 'Withdrawn' : 'Correction';
          return finished(
            `${word}: ${props.lessonSubject}`,
            await renderCorrection({ ...frame, emergency, ...props, links }),
          );
        },
      ),
  };
}

/** Position and revision: a renewed review changes the dates in a mail but not its revision. */
const keyOf = (material: LessonMaterial) =>
  `lesson ${material.lesson.key} ${rowsIn(material)
    .map(({ seq, revision }) => `${seq}:${revision}`)
    .join(' ')}`;

/** Whole entries as long as they fit; then the last ones become summaries, warning signs at the very last. */
async function renderToFit(props: Omit<LessonMailProps, 'details'>): Promise<string> {
  const { entries } = props.material;
  const details: Detail[] = entries.map(() => 'full');
  const shortenable = [...entries.keys()].reverse();
  const isRedFlag = (index: number) => entries[index]?.type === 'red-flag';
  const order = [...shortenable.filter((i) => !isRedFlag(i)), ...shortenable.filter(isRedFlag)];
  for (;;) {
    const html = await renderLesson({ ...props, details });
    const next = order.shift();
    if (Buffer.byteLength(html) <= MAX_HTML_BYTES || next === undefined) return html;
    details[next] = 'summary';
  }
}

async function toText(html: string): Promise<string> {
  const { plainTextSelectors, toPlainText } = await import('@react-email/render');
  const headings = ['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } }));
  const tables = [{ selector: 'table.data', format: 'dataTable', options: { uppercaseHeaderCells: false } }];
  const raised = [
    { selector: 'sup', format: 'inlineSurround', options: { prefix: '^' } },
    { selector: 'sup.cite', format: 'inline' },
  ];
  const selectors = [...(plainTextSelectors as unknown[]), ...headings, ...tables, ...raised];
  return toPlainText(html, { selectors });
}

// The templates bring react-dom/server with them, which does not compile into a Next route handler statically.

async function renderLesson(props: LessonMailProps): Promise<string> {
  const { LessonMail } = await import('./mail/lesson-mail.tsx');
  return toHtml(createElement(LessonMail, props));
}

async function renderConfirmation(props: ConfirmationMailProps): Promise<string> {
  const { ConfirmationMail } = await import('./mail/confirmation-mail.tsx');
  return toHtml(createElement(ConfirmationMail, props));
}

async function renderCorrection(props: CorrectionMailProps): Promise<string> {
  const { CorrectionMail } = await import('./mail/correction-mail.tsx');
  return toHtml(createElement(CorrectionMail, props));
}

async function toHtml(element: ReactElement): Promise<string> {
  const { render } = await import('@react-email/render');
  return render(element);
}
