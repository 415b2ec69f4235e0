import { group, list, saying } from './describe/composed.ts';
import { reference } from './describe/reference.ts';
import { SLUG, text } from './describe/text.ts';
import { choice, number } from './describe/value.ts';
import { entry } from './entry.ts';
import type { NotShown, ValueOf } from './field.ts';
import { common, slug, sources, summary } from './shared.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const MAX_DELAY_DAYS = 60;

const IN_THE_MAIL: NotShown = { site: 'the page of a course lists its lessons; the mail has their words' };
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
      /** in reading order; the mail carries what is live of them on its day */
      entries: list(reference(['guide', 'cause', 'treatment', 'red-flag']), { notShown: IN_THE_MAIL }),
      /** keys of the exercises that the mail shows of an entry that has them; of an entry with none of them it shows all */
      exercises: list(text({ pattern: SLUG }), {
        safety: 'always',
        running: false,
        notShown: { ...IN_THE_MAIL, feed: 'the lesson is a mail', mail: 'it chooses what is shown' },
      }),
      outro: text({ long: true, safety: 'by-words', notShown: IN_THE_MAIL }),
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
export type Weekday = (typeof WEEKDAYS)[number];
