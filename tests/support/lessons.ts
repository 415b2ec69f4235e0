/** Lessons and what they show of entries, for tests that need no database. */
import type { LessonContent, LessonEntry } from '../../model/entries/course.ts';
import { LESSON_PARTS } from '../../model/entries/lesson-parts.ts';

/** Everything that a mail can show of an entry. */
export const whole = (entry: string): LessonEntry => ({
  entry,
  parts: [...LESSON_PARTS],
  exercises: [],
  medicines: [],
});

/** Title, summary and link of an entry, and what else is named. */
export const shown = (entry: string, more: Partial<LessonEntry> = {}): LessonEntry => ({
  entry,
  parts: [],
  exercises: [],
  medicines: [],
  ...more,
});

/** A lesson with nothing in it. */
export const EMPTY_LESSON: LessonContent = {
  ...{ key: '', subject: '', preheader: '', intro: '', action: '', outro: '' },
  ...{ figures: [], entries: [], redFlags: [] },
  delayDays: 0,
};
