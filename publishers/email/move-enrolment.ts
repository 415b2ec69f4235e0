import type { Library } from '../../release-log/library.ts';
import { parseAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import { gatherLesson, rowsIn } from './lesson-material.ts';
import type { Content, Delivery } from './store/delivery.ts';
import type { Enrolment, EnrolmentChange } from './store/enrolments.ts';

/** Nothing is wrong with it. */
export const WELL = { failures: 0, setAside: null } as const;

/** Whether nothing may be sent to its address. */
export async function isSuppressed({ store }: EmailContext, { email }: Enrolment): Promise<boolean> {
  const address = parseAddress(email);
  return 'issue' in address || store.suppressions.has(address.key);
}

/** The lessons that are in the ledger since the person began the course, or began it anew. */
export async function lessonsSoFar({ store }: EmailContext, { uid, round }: Enrolment): Promise<Delivery[]> {
  const lessons = await store.deliveries.ofEnrolment(uid, 'lesson');
  return lessons.filter((delivery) => delivery.round === round);
}

interface LessonPlan {
  lesson: { key: string; subject: string };
  /** when it is, or was, due */
  at: Date;
  /** held for a person, with what it may have been made of when it went out; null when it is to be sent */
  held: { contents: Content[] } | null;
}

/** Puts a lesson into the ledger; false when the ledger has it. */
export const planLesson = (
  { store, random }: EmailContext,
  enrolment: Enrolment,
  { lesson, at, held }: LessonPlan,
): Promise<boolean> =>
  store.deliveries.plan(
    {
      uid: random(),
      kind: 'lesson',
      recipient: enrolment.email,
      subject: lesson.subject,
      enrolmentUid: enrolment.uid,
      subscriberUid: enrolment.subscriberUid,
      courseUid: enrolment.courseUid,
      lessonKey: lesson.key,
      round: enrolment.round,
      resumes: enrolment.heldBack !== null,
      ...(held ? { state: 'held-after-restore', contents: held.contents } : {}),
    },
    `${enrolment.uid}|${enrolment.round}|${lesson.key}|lesson`,
    at,
  );

/** Another worker may have moved the enrolment on, or the person changed it: then this change is not made. */
export async function moveOn({ store }: EmailContext, enrolment: Enrolment, change: EnrolmentChange): Promise<false> {
  const { uid, round, nextLessonKey } = enrolment;
  await store.enrolments.change({ uid, status: 'active', round, nextLessonKey }, change);
  return false;
}

/** No lesson is left. */
export function finish(context: EmailContext, enrolment: Enrolment): Promise<false> {
  context.log({ event: 'enrolment-changed', enrolment: enrolment.uid, status: 'finished' });
  return moveOn(context, enrolment, {
    ...WELL,
    status: 'finished',
    nextLessonKey: null,
    nextDueAt: null,
    heldBack: null,
  });
}

/** What a lesson would be made of by the library as it is now; nothing when it may not go out. */
export async function contentsNow(
  library: Library,
  { courseUid, lessonKey, now }: { courseUid: string; lessonKey: string; now: Date },
): Promise<Content[]> {
  const gathered = await gatherLesson(library, courseUid, lessonKey, now);
  if (gathered.status !== 'ready') return [];
  return rowsIn(gathered.material).map(({ uid, seq, revision }) => ({ uid, seq, revision }));
}
