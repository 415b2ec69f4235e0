import type { EmailContext } from './email-context.ts';
import { liveCourse } from './lesson-material.ts';
import { nextSlot } from './schedule.ts';
import type { Enrolment } from './store/enrolments.ts';

/** Ends the course for this person. Safe to repeat. Null when there is no such enrolment. */
export async function unsubscribe({ store, now, log }: EmailContext, uid: string): Promise<Enrolment | null> {
  const enrolment = await store.enrolments.byUid(uid);
  if (!enrolment || enrolment.status === 'unsubscribed') return enrolment;
  const change = { status: 'unsubscribed', unsubscribedAt: now(), nextDueAt: null, heldBack: null } as const;
  const changed = await store.enrolments.change({ uid }, change);
  log({ event: 'enrolment', enrolment: uid, status: 'unsubscribed' });
  return changed;
}

/** No lessons until `resume`. A lesson that is waiting to be sent waits on. */
export async function pause({ store, log }: EmailContext, uid: string): Promise<void> {
  const paused = await store.enrolments.change({ uid, status: 'active' }, { status: 'paused' });
  if (paused) log({ event: 'enrolment', enrolment: uid, status: 'paused' });
}

/** Goes on where the course stood, at the next time that the course sends. */
export async function resume({ store, library, now, log }: EmailContext, uid: string): Promise<void> {
  const enrolment = await store.enrolments.byUid(uid);
  if (enrolment?.status !== 'paused') return;
  const course = await liveCourse(await library(), enrolment.courseUid);
  const isLate = enrolment.nextDueAt !== null && enrolment.nextDueAt <= now();
  const nextDueAt =
    course && isLate ? nextSlot(now(), { ...course.content, timeZone: enrolment.timeZone }) : enrolment.nextDueAt;
  const resumed = await store.enrolments.change({ uid, status: 'paused' }, { status: 'active', nextDueAt });
  if (!resumed) return;
  log({ event: 'enrolment', enrolment: uid, status: 'active' });
  const waiting = (await store.deliveries.ofEnrolment(uid, 'lesson')).filter(({ state }) => state === 'pending');
  for (const delivery of waiting) await store.deliveries.makeDueNow(delivery, now());
}

/**
 * Erases the person: subscriber, enrolments and mails. An address that the mail server refused stays on the
 * suppression list, so that nobody can have mail sent there. The link works until everything is gone.
 */
export async function erase(context: EmailContext, uid: string): Promise<void> {
  const { store, log } = context;
  const enrolment = await store.enrolments.byUid(uid);
  if (!enrolment) return;
  const all = await store.enrolments.ofSubscriber(enrolment.subscriberUid);
  for (const one of all) await unsubscribe(context, one.uid);
  await store.deliveries.removeOfSubscriber(enrolment.subscriberUid);
  await store.subscribers.remove(enrolment.subscriberUid);
  for (const one of all.filter((other) => other.uid !== uid)) await store.enrolments.remove(one.uid);
  await store.enrolments.remove(uid);
  log({ event: 'enrolment', enrolment: uid, status: 'erased' });
}
