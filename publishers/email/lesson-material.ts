import { URGENCIES } from '../../model/entries/red-flag.ts';
import type { CourseContent, LessonContent, LessonEntry } from '../../model/entries/course.ts';
import { asksForMore, notThere, wasUnchosen } from '../../model/entries/lesson-parts.ts';
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
  /** warning signs at the head, none of them an entry of the lesson itself; emergencies first */
  signs: ReleasedRow[];
  /** entries that the lesson names and that are withdrawn or past their review date, and rows that an entry lost since */
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
  const rows = await Promise.all(uidsIn(lesson).map((uid) => library.released(uid)));
  const entries = rows.filter((row) => row !== null).filter((row) => !isPastReview(row.reviewDue, today));
  if (entries.length === 0) {
    const reason = `No entry of lesson “${lessonKey}” is live and within its review date.`;
    return { status: 'held-back', code: 'no-entry-live', reason };
  }
  const signs = await signsOf(library, { lesson, entries }, today);
  if (!hasEach(lesson.redFlags, [...entries, ...signs])) {
    const reason = `A warning sign that lesson “${lessonKey}” names is not live or past its review date.`;
    return { status: 'held-back', code: 'sign-not-live', reason };
  }
  return { status: 'ready', material: { course, lesson, entries, signs, leftOut: leftOutOf(lesson, entries) } };
}

/** Words that speak of the signs at the head of a mail must not go out without them. */
const hasEach = (uids: readonly string[], rows: readonly ReleasedRow[]): boolean =>
  uids.every((uid) => rows.some((row) => row.uid === uid));

const uidsIn = ({ entries }: LessonContent): string[] => entries.flatMap(({ entry }) => entry ?? []);

/** False of a lesson from before lessons chose what they show of an entry. */
const choosesOf = ({ entries }: LessonContent): boolean => !entries.some(wasUnchosen);

const NOTHING_MORE: LessonEntry = { entry: null, parts: [], exercises: [], medicines: [] };

/** What a lesson asks of one of its entries. */
export const askedOf = ({ entries }: LessonContent, uid: string): LessonEntry =>
  entries.find(({ entry }) => entry === uid) ?? NOTHING_MORE;

/**
 * What an entry no longer has is not shown: readers are told that something is left out, as of whole entries. A lesson
 * that did not choose asks the same of each: of it, what none of them has.
 */
function leftOutOf(lesson: LessonContent, entries: ReleasedRow[]): number {
  const gone = uidsIn(lesson).length - entries.length;
  if (!choosesOf(lesson)) {
    const keys = [...new Set(lesson.entries.flatMap(({ exercises }) => exercises))];
    const asked = { ...NOTHING_MORE, exercises: keys };
    const lost = entries.map(({ snapshot }) => new Set(notThere(snapshot, asked).map(({ value }) => value)));
    return gone + (entries.length > 0 ? keys.filter((key) => lost.every((of) => of.has(key))).length : 0);
  }
  return gone + entries.flatMap(({ uid, snapshot }) => notThere(snapshot, askedOf(lesson, uid))).length;
}

/** Every row that a lesson's mail has words of: the ledger keeps them, and corrections follow them. */
export const rowsIn = ({ course, entries, signs }: LessonMaterial): ReleasedRow[] => [course.row, ...entries, ...signs];

/**
 * The signs that the lesson names, and those of each entry of which it shows more than the summary: whoever is told how
 * to do something is told when to stop. An entry that it only leads to has its signs on its page. A lesson that names
 * none has those of all its entries.
 */
async function signsOf(
  library: Library,
  { lesson, entries }: Pick<LessonMaterial, 'lesson' | 'entries'>,
  today: string,
): Promise<ReleasedRow[]> {
  const named = lesson.redFlags.length > 0;
  const telling = entries.filter(({ uid }) => !named || asksForMore(askedOf(lesson, uid)));
  const theirs = telling.flatMap(({ snapshot }) => redFlagsOf(snapshot));
  const uids = new Set([...lesson.redFlags, ...theirs]);
  for (const { uid } of entries) uids.delete(uid);
  return liveSigns(library, [...uids], today);
}

/** The warning signs of these that may be shown on a day (YYYY-MM-DD), emergencies first. */
export async function liveSigns(library: Library, uids: readonly string[], today: string): Promise<ReleasedRow[]> {
  const rows = await Promise.all(uids.map((uid) => library.released(uid)));
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
  const named = uidsIn(lesson);
  const entries = kept.filter(({ uid }) => named.includes(uid));
  const signs = kept.filter(({ uid }) => !named.includes(uid));
  return { course: { row, content }, lesson, entries, signs, leftOut: leftOutOf(lesson, entries) };
}
