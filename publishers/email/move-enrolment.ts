import type { Library } from '../../release-log/library.ts';
import { parseAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import { gatherLesson, rowsIn } from './lesson-material.ts';

import type { Content, Delivery } from './store/delivery.ts';
import type { Plan } from './store/ledger-rows.ts';
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

export interface LessonPlan {
  lesson: { key: string; subject: string };
  /** held for a person, with what it may have been made of when it went out; null when it is to be sent */
  held: { contents: Content[] } | null;
}

/** A lesson as the ledger takes it, with the key that it takes once. */
export const lessonOf = (uid: string, enrolment: Enrolment, { lesson, held }: LessonPlan): Plan => ({
  delivery: {
    uid,
    kind: 'lesson',
    recipient: enrolment.email,
    subject: lesson.subject,
    enrolmentUid: enrolment.uid,
    subscriberUid: enrolment.subscriberUid,
    courseUid: enrolment.courseUid,
    lessonKey: lesson.key,
    round: enrolment.round,
    resumes: enrolment.heldBack !== null,
    ...(held ? { state: 'held-after-restore' as const, contents: held.contents } : {}),
  },
  ledgerKey: `${enrolment.uid}|${enrolment.round}|${lesson.key}|lesson`,
});

/** Puts a lesson that is, or was, due `at` a time into the ledger; false when the ledger has it. */
export function planLesson(
  { store, random }: EmailContext,
  enrolment: Enrolment,
  { at, ...plan }: LessonPlan & { at: Date },
): Promise<boolean> {
  const { delivery, ledgerKey } = lessonOf(random(), enrolment, plan);
  return store.deliveries.plan(delivery, ledgerKey, at);
}

/** Another worker may have moved the enrolment on, or the person changed it: then it does not move on from here. */
export const asItStood = ({ uid, round, nextLessonKey }: Enrolment) =>
  ({ uid, status: 'active', round, nextLessonKey }) as const;

export async function moveOn({ store }: EmailContext, enrolment: Enrolment, change: EnrolmentChange): Promise<false> {
  await store.enrolments.change(asItStood(enrolment), change);
  return false;
}

/** No lesson is left. */
export function finished({ log }: EmailContext, { uid }: Enrolment): EnrolmentChange {
  log({ event: 'enrolment-changed', enrolment: uid, status: 'finished' });
  return { ...WELL, status: 'finished', nextLessonKey: null, nextDueAt: null, heldBack: null };
}

export const finish = (context: EmailContext, enrolment: Enrolment): Promise<false> =>
  moveOn(context, enrolment, finished(context, enrolment));

/** What a lesson would be made of by the library as it is now; nothing when it may not go out. */
export async function contentsNow(
  library: Library,
  { courseUid, lessonKey, now }: { courseUid: string; lessonKey: string; now: Date },
): Promise<Content[]> {
  const gathered = await gatherLesson(library, courseUid, lessonKey, now);
  if (gathered.status !== 'ready') return [];
  return rowsIn(gathered.material).map(({ uid, seq, revision }) => ({ uid, seq, revision }));
}
