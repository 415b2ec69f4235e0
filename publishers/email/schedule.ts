import { DateTime } from 'luxon';
import { WEEKDAYS, type LessonContent, type Weekday } from '../../model/entries/course.ts';
import { atLocalTime } from '../../model/local-time.ts';

type Lessons = readonly LessonContent[];

/** When a course sends, in the subscriber's own time. */
export interface Timetable {
  /** HH:MM */
  sendAt: string;
  /** days on which mail may go out; none means every day */
  weekdays: readonly Weekday[];
  /** IANA name */
  timeZone: string;
}

/** A worker that was away must not send several lessons at once when it is back. */
const LATE_HOURS = 6;

/**
 * When the lesson after one that was due at `previousDue` is due: `delayDays` calendar days later at the
 * timetable's local time, moved forward to an allowed weekday. Always after `previousDue`. When
 * `previousDue` was taken up late, the days are counted from `takenUpAt` instead.
 */
export function nextLessonDue(
  { previousDue, takenUpAt, delayDays }: { previousDue: Date; takenUpAt: Date; delayDays: number },
  timetable: Timetable,
): Date {
  const isLate = takenUpAt.getTime() - previousDue.getTime() > LATE_HOURS * 3_600_000;
  const previous = isLate ? takenUpAt : previousDue;
  return firstSlot(previous, delayDays, timetable);
}

/** The first allowed sending time after `after`: for a lesson held back and for a course taken up again. */
export const nextSlot = (after: Date, timetable: Timetable): Date => firstSlot(after, 0, timetable);

/**
 * The lesson that is due. Lessons are followed by key: when a newer release of the course no longer has
 * the key, the first lesson that was not sent yet takes its place. Null when there is none.
 */
export const lessonDue = (lessons: Lessons, nextKey: string | null, sent: ReadonlySet<string>): LessonContent | null =>
  lessons.find(({ key }) => key === nextKey) ?? firstUnsent(lessons, sent);

/** The lesson that follows `key`, leaving out those that were sent; null at the end of the course. */
export function lessonAfter(lessons: Lessons, key: string, sent: ReadonlySet<string>): LessonContent | null {
  const position = lessons.findIndex((lesson) => lesson.key === key);
  return firstUnsent(lessons.slice(position + 1), new Set([...sent, key]));
}

const firstUnsent = (lessons: Lessons, sent: ReadonlySet<string>) => lessons.find(({ key }) => !sent.has(key)) ?? null;

function firstSlot(previous: Date, delayDays: number, timetable: Timetable): Date {
  const day = DateTime.fromJSDate(previous, { zone: timetable.timeZone }).startOf('day');
  const allowed = WEEKDAYS.filter((name) => timetable.weekdays.includes(name));
  // Every weekday comes round within a week; a day more for a time that has passed, one for a day that clocks skip.
  for (let ahead = delayDays; ahead <= delayDays + 9; ahead += 1) {
    const candidate = day.plus({ days: ahead });
    const instant = atLocalTime(candidate, timetable.sendAt);
    if (instant > previous && isAllowed(candidate, allowed)) return instant;
  }
  const { sendAt, timeZone } = timetable;
  throw new RangeError(`no sending time can be found for ${sendAt} in ${timeZone}, ${delayDays} days on`);
}

const isAllowed = (day: DateTime, weekdays: readonly Weekday[]): boolean => {
  const name = WEEKDAYS[day.weekday - 1];
  return weekdays.length === 0 || (name !== undefined && weekdays.includes(name));
};
