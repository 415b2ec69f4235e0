import { parseAddress, type MailAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import { liveCourse } from './lesson-material.ts';
import { nextSlot } from './schedule.ts';
import type { Enrolment } from './store/enrolments.ts';

/**
 * Ends the lessons of this course. Corrections of lessons that were sent still come: `wantNothing` ends those too. Safe
 * to repeat. Null when there is no such enrolment.
 */
export async function unsubscribe(context: EmailContext, uid: string): Promise<Enrolment | null> {
  const { store, now, log } = context;
  const enrolment = await store.enrolments.byUid(uid);
  if (!enrolment || enrolment.status === 'unsubscribed') return enrolment;
  await noteLeft(context, 'lessons', enrolment);
  const change = { status: 'unsubscribed', unsubscribedAt: now(), nextDueAt: null, heldBack: null } as const;
  const changed = await store.enrolments.change({ uid }, change);
  log({ event: 'enrolment-changed', enrolment: uid, status: 'unsubscribed' });
  return changed;
}

/** Ends every course of this person and every mail, corrections included. Null when there is no such enrolment. */
export async function wantNothing(context: EmailContext, uid: string): Promise<Enrolment | null> {
  const { store, log } = context;
  const enrolment = await unsubscribe(context, uid);
  if (!enrolment) return null;
  if (!enrolment.nothingMore) await noteLeft(context, 'nothing', enrolment);
  for (const one of await store.enrolments.ofSubscriber(enrolment.subscriberUid)) {
    await unsubscribe(context, one.uid);
    await store.enrolments.change({ uid: one.uid }, { nothingMore: true });
    log({ event: 'enrolment-changed', enrolment: one.uid, status: 'wants-nothing' });
  }
  return store.enrolments.byUid(uid);
}

/**
 * The reader called our mail unwanted: nothing is sent to the address any more, whoever enters it. False when nobody
 * here has it.
 */
export async function takeComplaint(context: EmailContext, { key }: MailAddress): Promise<boolean> {
  const { store, left } = context;
  if (!(await store.suppressions.has(key))) await left.note('complained', key);
  await store.suppressions.add(key, { reason: 'complained', note: 'The reader called our mail unwanted.' });
  const subscriber = await store.subscribers.byKey(key);
  const [first] = subscriber ? await store.enrolments.ofSubscriber(subscriber.uid) : [];
  if (first) await wantNothing(context, first.uid);
  return first !== undefined;
}

/** No lessons until `resume`. A lesson that is waiting to be sent waits on. */
export async function pause(context: EmailContext, uid: string): Promise<void> {
  const { store, log } = context;
  const enrolment = await store.enrolments.byUid(uid);
  if (enrolment?.status !== 'active') return;
  await noteLeft(context, 'paused', enrolment);
  const paused = await store.enrolments.change({ uid, status: 'active' }, { status: 'paused' });
  if (paused) log({ event: 'enrolment-changed', enrolment: uid, status: 'paused' });
}

/** Goes on where the course stood, at the next time that the course sends. */
export async function resume(context: EmailContext, uid: string): Promise<void> {
  const { store, library, now, log } = context;
  const enrolment = await store.enrolments.byUid(uid);
  if (enrolment?.status !== 'paused') return;
  await noteLeft(context, 'resumed', enrolment);
  const course = await liveCourse(await library(), enrolment.courseUid);
  const isLate = enrolment.nextDueAt !== null && enrolment.nextDueAt <= now();
  const nextDueAt =
    course && isLate ? nextSlot(now(), { ...course.content, timeZone: enrolment.timeZone }) : enrolment.nextDueAt;
  const resumed = await store.enrolments.change({ uid, status: 'paused' }, { status: 'active', nextDueAt });
  if (!resumed) return;
  log({ event: 'enrolment-changed', enrolment: uid, status: 'active' });
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
  await noteLeft(context, 'erased', enrolment);
  for (const one of all) await unsubscribe(context, one.uid);
  await store.deliveries.removeOfSubscriber(enrolment.subscriberUid);
  await store.subscribers.remove(enrolment.subscriberUid);
  for (const one of all.filter((other) => other.uid !== uid)) await store.enrolments.remove(one.uid);
  await store.enrolments.remove(uid);
  log({ event: 'enrolment-changed', enrolment: uid, status: 'erased' });
}

/**
 * Kept outside the database before the database is changed: what a backup does not know of is let go again after it was
 * put back.
 */
async function noteLeft(
  { left }: EmailContext,
  how: 'lessons' | 'paused' | 'resumed' | 'nothing' | 'erased',
  { email, courseUid }: Enrolment,
): Promise<void> {
  const address = parseAddress(email);
  if (!('issue' in address))
    await left.note(how, address.key, how === 'nothing' || how === 'erased' ? undefined : courseUid);
}
