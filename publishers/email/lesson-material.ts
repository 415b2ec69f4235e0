import { URGENCIES } from '../../model/entries/red-flag.ts';
import type { CourseContent, LessonContent } from '../../model/entries/course.ts';
import { redFlagsOf } from '../../model/entries/references.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import type { Library } from '../../release-log/library.ts';
import { isPastReview } from '../../model/review-due.ts';
import type { HeldCode } from '../channel-events.ts';
import { dayOf } from '../wording/dates.ts';

/** Everything that a lesson's mail is made of: released rows only. */
export interface LessonMaterial {
  course: { row: ReleasedRow; content: CourseContent };
  lesson: LessonContent;
  /** in reading order */
  entries: ReleasedRow[];
  /** warning signs that these entries or parts of them name and that are no entries of the lesson themselves; emergencies first */
  signs: ReleasedRow[];
  /** entries that the lesson names and that are withdrawn or past their review date */
  leftOut: number;
}

export type Gathered =
  | { status: 'ready'; material: LessonMaterial }
  /** nothing of the lesson may go out today; `reason` is shown to the staff */
  | { status: 'held-back'; code: HeldCode; reason: string }
  | { status: 'course-gone' }
  | { status: 'lesson-gone' };

/** The live course, or null when it is withdrawn or was never released. */
export async function liveCourse(library: Library, uid: string): Promise<LessonMaterial['course'] | null> {
  const row = await library.released(uid);
  return row?.snapshot.type === 'course' ? { row, content: row.snapshot } : null;
}

/** Gathers a lesson from the library as it is now. After `reviewDue` an entry leaves the lessons (docs/channels.md). */
export async function gatherLesson(
  library: Library,
  courseUid: string,
  lessonKey: string,
  now: Date,
): Promise<Gathered> {
  const course = await liveCourse(library, courseUid);
  if (!course) return { status: 'course-gone' };
  const lesson = course.content.lessons.find(({ key }) => key === lessonKey);
  if (!lesson) return { status: 'lesson-gone' };
  const today = dayOf(now);
  if (isPastReview(course.row.reviewDue, today))
    return { status: 'held-back', code: 'course-past-review', reason: 'The course is past its review date.' };
  const rows = await Promise.all(lesson.entries.map((uid) => library.released(uid)));
  const entries = rows.filter((row) => row !== null).filter((row) => !isPastReview(row.reviewDue, today));
  if (entries.length === 0) {
    const reason = `No entry of lesson “${lessonKey}” is live and within its review date.`;
    return { status: 'held-back', code: 'no-entry-live', reason };
  }
  const signs = await signsOf(library, entries, today);
  const leftOut = lesson.entries.length - entries.length;
  return { status: 'ready', material: { course, lesson, entries, signs, leftOut } };
}

/** Every row that a lesson's mail has words of: the ledger keeps them, and corrections follow them. */
export const rowsIn = ({ course, entries, signs }: LessonMaterial): ReleasedRow[] => [course.row, ...entries, ...signs];

async function signsOf(library: Library, entries: ReleasedRow[], today: string): Promise<ReleasedRow[]> {
  const uids = new Set(entries.flatMap(({ snapshot }) => redFlagsOf(snapshot)));
  for (const { uid } of entries) uids.delete(uid);
  const rows = await Promise.all([...uids].map((uid) => library.released(uid)));
  return mostUrgentFirst(rows.filter((row) => row !== null).filter((row) => !isPastReview(row.reviewDue, today)));
}

const mostUrgentFirst = (rows: ReleasedRow[]): ReleasedRow[] =>
  [...URGENCIES, null].flatMap((urgency) => rows.filter((row) => row.urgency === urgency));

/** Whether a new reader would wait: nothing of the first lesson may go out today. */
export async function beginsHeld(library: Library, { uid, lessons }: CourseContent, now: Date): Promise<boolean> {
  const [first] = lessons;
  return first !== undefined && (await gatherLesson(library, uid, first.key, now)).status === 'held-back';
}

/** The material of a mail that was sent, from the log positions that the ledger kept; null when the log lost one. */
export async function recallLesson(
  library: Library,
  { courseSeq, lessonKey, entrySeqs }: { courseSeq: number; lessonKey: string; entrySeqs: number[] },
): Promise<LessonMaterial | null> {
  const row = await library.release(courseSeq);
  if (row?.kind !== 'released' || row.snapshot.type !== 'course') return null;
  const content = row.snapshot;
  const lesson = content.lessons.find(({ key }) => key === lessonKey);
  const rows = await Promise.all(entrySeqs.map((seq) => library.release(seq)));
  const kept = rows.filter((entry) => entry?.kind === 'released');
  if (!lesson || kept.length !== entrySeqs.length) return null;
  const entries = kept.filter(({ uid }) => lesson.entries.includes(uid));
  const signs = kept.filter(({ uid }) => !lesson.entries.includes(uid));
  return { course: { row, content }, lesson, entries, signs, leftOut: lesson.entries.length - entries.length };
}
