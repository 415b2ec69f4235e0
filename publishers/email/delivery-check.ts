import { parseAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import { findOriginal } from './corrections.ts';
import { checkNotices, type NoticesToMail } from './notices/check-notices.ts';
import type { Delivery } from './store/delivery.ts';
import type { Enrolment, EnrolmentStatus } from './store/enrolments.ts';

/** Whether a delivery that a worker has taken may go out now. */
export type Check =
  | { verdict: 'go'; enrolment: Enrolment; original: Delivery | null }
  | { verdict: 'go'; notices: NoticesToMail }
  | { verdict: 'never'; note: string }
  | { verdict: 'later'; until: Date; note: string };

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Looks again at everything that may have changed since the delivery was planned. */
export async function checkDelivery(context: EmailContext, delivery: Delivery): Promise<Check> {
  const { store, now } = context;
  const never = (note: string): Check => ({ verdict: 'never', note });
  const address = parseAddress(delivery.recipient);
  const [isSuppressed, enrolment] = await Promise.all([
    'issue' in address || store.suppressions.has(address.key),
    delivery.kind === 'notice' ? null : store.enrolments.byUid(delivery.enrolmentUid),
  ]);
  if (isSuppressed) return never('The address is suppressed: it does not exist, or its reader complained.');
  if (delivery.kind === 'notice') return checkNotices(context, delivery);
  if (!enrolment) return never('The person erased their data.');
  switch (delivery.kind) {
    case 'confirmation':
      return { verdict: 'go', enrolment, original: null };
    case 'lesson':
      if (delivery.round !== enrolment.round) return never('The person began the course anew.');
      return checkLesson(enrolment, now());
    case 'correction':
      return checkCorrection(context, delivery);
  }
}

const LESSON_STATUS: readonly EnrolmentStatus[] = ['active', 'finished'];

function checkLesson(enrolment: Enrolment, now: Date): Check {
  if (enrolment.status === 'paused') {
    return { verdict: 'later', until: new Date(now.getTime() + HOUR), note: 'Paused by the person.' };
  }
  return LESSON_STATUS.includes(enrolment.status)
    ? { verdict: 'go', enrolment, original: null }
    : { verdict: 'never', note: `The enrolment is ${enrolment.status}.` };
}

/**
 * A correction follows a lesson that went out, also to whoever takes no more lessons: what they have may hurt them.
 * Whoever wants no mail at all gets none.
 */
async function checkCorrection(context: EmailContext, delivery: Delivery): Promise<Check> {
  const found = await findOriginal(context, delivery);
  const enrolment = found.status === 'sent' ? await context.store.enrolments.byUid(found.original.enrolmentUid) : null;
  if (found.status === 'sent' && enrolment) return { verdict: 'go', enrolment, original: found.original };
  if (found.status !== 'under-way')
    return {
      verdict: 'never',
      note: 'No lesson with the old text went out to this person, or they want no mail at all.',
    };
  return {
    verdict: 'later',
    until: new Date(context.now().getTime() + MINUTE),
    note: 'The lesson itself is on its way.',
  };
}
