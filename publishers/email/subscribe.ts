import type { MailAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import type { Enrolment } from './store/enrolments.ts';
import { mayMailRequest } from './subscription-rules.ts';

export interface SubscribeRequest {
  course: { uid: string; title: string };
  address: MailAddress;
  timeZone: string;
  /** the sentence that the person agreed to, as it stood on the page */
  consentWording: string;
}

/**
 * Takes a request for a course. Nothing that anybody could see differs by whether the address was known:
 * at most a confirmation mail is planned, and nothing else changes before it is confirmed.
 */
export async function subscribe(context: EmailContext, request: SubscribeRequest): Promise<void> {
  const enrolment = await haveEnrolment(context, request);
  if (!(await mayMail(context, enrolment, request.address))) return;
  await planConfirmation(context, enrolment);
  await recordRequest(context, enrolment, request);
}

async function haveEnrolment(
  { store, random }: EmailContext,
  { course, address, timeZone }: SubscribeRequest,
): Promise<Enrolment> {
  const subscriber = await store.subscribers.have(address, { uid: random(), timeZone });
  return store.enrolments.have({
    uid: random(),
    subscriberUid: subscriber.uid,
    email: subscriber.email,
    courseUid: course.uid,
    courseTitle: course.title,
    timeZone,
  });
}

async function mayMail({ store, now }: EmailContext, enrolment: Enrolment, address: MailAddress): Promise<boolean> {
  const earlier = await store.deliveries.ofSubscriber(enrolment.subscriberUid, 'confirmation');
  return mayMailRequest({
    requestedAt: enrolment.requestedAt,
    now: now(),
    suppressed: await store.suppressions.has(address.key),
    mailedAt: earlier.map(({ plannedAt }) => plannedAt),
  });
}

/** Two requests at once count the same number, so the ledger takes one of them. */
async function planConfirmation({ store, random, now }: EmailContext, enrolment: Enrolment): Promise<void> {
  const lessonKey = `request-${enrolment.requests + 1}`;
  await store.deliveries.plan(
    {
      uid: random(),
      kind: 'confirmation',
      recipient: enrolment.email,
      enrolmentUid: enrolment.uid,
      subscriberUid: enrolment.subscriberUid,
      courseUid: enrolment.courseUid,
      lessonKey,
      round: enrolment.round,
    },
    `${enrolment.uid}|${lessonKey}|confirmation`,
    now(),
  );
}

async function recordRequest(
  { store, now }: EmailContext,
  enrolment: Enrolment,
  request: SubscribeRequest,
): Promise<void> {
  const { uid, requests } = enrolment;
  await store.enrolments.change(
    { uid, requests },
    {
      requests: requests + 1,
      requestedAt: now(),
      requestedTimeZone: request.timeZone,
      consentWording: request.consentWording,
      consentAt: now(),
    },
  );
}
