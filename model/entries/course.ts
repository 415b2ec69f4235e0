import { group, list, saying } from './describe/composed.ts';
import { reference } from './describe/reference.ts';
import { SLUG, text } from './describe/text.ts';
import { choice, number } from './describe/value.ts';
import { entry } from './entry.ts';
import { MAX_KEY } from './exercise.ts';
import type { NotShown, ValueOf } from './field.ts';
import { LESSON_PARTS } from './lesson-parts.ts';
import { common, figures, references, slug, sources, summary } from './shared.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const MAX_DELAY_DAYS = 60;

const IN_THE_MAIL: NotShown = { site: 'the page of a course lists its lessons; the mail has their words' };
/** It chooses what is shown. */
const CHOOSES = {
  safety: 'always',
  running: false,
  notShown: {
    site: 'the page of a course lists its lessons',
    feed: 'the lesson is a mail; its item leads to the entries',
  },
} as const;
const rowKeys = list(text({ pattern: SLUG, max: MAX_KEY }), {
  ...CHOOSES,
  notShown: { ...CHOOSES.notShown, mail: 'a key chooses the row that is shown' },
});
const TIMETABLE: NotShown = {
  feed: 'the course page says when lessons come',
  mail: 'a mail need not say when it comes',
};

/** Lessons by mail. Their own words are content: they pass the same gate. */
export const course = entry('course', {
  ...common({ safety: 'by-words' }),
  slug: saying(slug, { notShown: { mail: 'a mail has no address of its own' } }),
  /** the entries that the lessons carry name theirs */
  sources: sources(false),
  summary: saying(summary, { notShown: { mail: 'whoever gets the lessons has chosen the course' } }),
  lessons: list(
    group({
      /** never reused within a course: the ledger of sent mail refers to it */
      key: text({
        required: true,
        pattern: SLUG,
        safety: 'never',
        running: false,
        notShown: { site: 'it names the row', feed: 'it names the row', mail: 'it names the row' },
      }),
      subject: text({ required: true, max: 120, safety: 'by-words' }),
      preheader: text({ max: 160, safety: 'by-words' }),
      intro: text({ long: true, required: true, safety: 'by-words', notShown: IN_THE_MAIL }),
      /** the one picture of the lesson, under its opening words */
      figures: saying(figures, { notShown: IN_THE_MAIL }),
      /**
       * In reading order; the mail carries what is live of them on its day: title, summary and link, and of the rest
       * what is named here. What it shows of a treatment has that treatment's cautions before it.
       */
      entries: list(
        group({
          entry: reference(['guide', 'cause', 'treatment', 'red-flag']),
          /** rows in the form: Payload keeps no list of choices inside rows of rows on SQLite */
          parts: list(choice(LESSON_PARTS), { ...CHOOSES, rowsOf: 'part' }),
          /** keys of exercises; one that the entry does not have shows none */
          exercises: rowKeys,
          medicines: rowKeys,
        }),
        { keyedBy: 'entry', notShown: IN_THE_MAIL },
      ),
      /** the one thing to do until the next lesson */
      action: text({ long: true, max: 600, safety: 'by-words', notShown: IN_THE_MAIL }),
      outro: text({ long: true, safety: 'by-words', notShown: IN_THE_MAIL }),
      /** the signs at its head, beside those of the entries that it shows more of than the summary; none: those of all its entries */
      redFlags: references('red-flag', { safety: 'always', notShown: IN_THE_MAIL }),
      /** days after the previous lesson */
      delayDays: number({
        min: 0,
        max: MAX_DELAY_DAYS,
        otherwise: 2,
        say: (days) => `After ${days} days`,
        safety: 'never',
        notShown: TIMETABLE,
      }),
    }),
    { keyedBy: 'key', required: { code: 'lessons-missing', say: 'Add at least one lesson.' } },
  ),
  /** HH:MM in the subscriber's time zone */
  sendAt: text({ pattern: TIME_OF_DAY, otherwise: '08:00', safety: 'never', running: false, notShown: TIMETABLE }),
  weekdays: list(choice(WEEKDAYS), {
    safety: 'never',
    notShown: { ...TIMETABLE, site: 'the page says when lessons come, not on which days' },
  }),
});
export type CourseContent = ValueOf<typeof course>;
export type LessonContent = CourseContent['lessons'][number];
export type LessonEntry = LessonContent['entries'][number];
export type Weekday = (typeof WEEKDAYS)[number];
