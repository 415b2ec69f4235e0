/** A course and the rows that make it live, for tests of the channel. */
import type { CourseContent, LessonContent, LessonEntry } from '../../../model/entries/course.ts';
import { SCHEMA } from '../../../model/entries/types.ts';
import type { Release } from '../../../model/release-row.ts';
import { EMPTY_LESSON, whole } from '../../support/lessons.ts';
import { aCause, aRedFlag, aTreatment, released } from '../../support/releases.ts';

export const COURSE_UID = '01890000-0000-7000-8000-000000000c05';

type Over = Partial<Omit<LessonContent, 'entries'>> & { entries?: (string | LessonEntry)[] };

/** Of entries that are given by uid alone it shows everything. */
export const aLesson = ({ entries = [aCause().uid], ...over }: Over & { key: string }): LessonContent => ({
  ...EMPTY_LESSON,
  subject: `Lesson ${over.key}`,
  preheader: 'What this lesson is about',
  intro: 'Welcome.\n\nThis is the second paragraph.',
  outro: 'Until next time.',
  delayDays: 2,
  ...over,
  entries: entries.map((entry) => (typeof entry === 'string' ? whole(entry) : entry)),
});

export const aCourse = (over: Partial<CourseContent> = {}): CourseContent => ({
  schema: SCHEMA,
  terms: [],
  type: 'course',
  uid: COURSE_UID,
  slug: 'hip-pain',
  title: 'Hip pain in short lessons',
  reviewDue: '2027-06-01',
  sources: [],
  summary: 'A free course about hip pain.',
  lessons: [
    aLesson({ key: 'one', entries: [aCause().uid, aRedFlag().uid], delayDays: 0 }),
    aLesson({ key: 'two', entries: [aTreatment().uid] }),
    aLesson({ key: 'three' }),
  ],
  sendAt: '08:00',
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  ...over,
});

/** A log of four rows: cause 1, red flag 2, treatment 3, course 4. */
export const aLog = (course: CourseContent = aCourse()): Release[] => [
  released(aCause(), { seq: 1 }),
  released(aRedFlag(), { seq: 2 }),
  released(aTreatment(), { seq: 3 }),
  released(course, { seq: 4 }),
];
