import type { Enrolment } from './store/enrolments.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUIET_MS = 10 * MINUTE;
const MAILS_PER_DAY = 5;
const CONFIRM_WITHIN_MS = 7 * DAY;

/**
 * Whether a request for a course is answered with a mail. Somebody else may be entering the address, so a
 * mailbox gets one mail in 10 minutes per course and 5 in a day. `mailedAt` are the times of the last ones.
 */
export function mayMailRequest({
  requestedAt,
  now,
  suppressed,
  mailedAt,
}: {
  requestedAt: Date | null;
  now: Date;
  suppressed: boolean;
  mailedAt: Date[];
}): boolean {
  if (suppressed) return false;
  if (requestedAt && now.getTime() - requestedAt.getTime() < QUIET_MS) return false;
  return mailedAt.filter((at) => now.getTime() - at.getTime() < DAY).length < MAILS_PER_DAY;
}

/** What pressing the button in the confirmation mail may do. */
export type Confirmability = 'confirm' | 'already' | 'expired';

/** A request counts for 7 days, and no longer when the person unsubscribed after it. */
export function confirmability(enrolment: Enrolment, now: Date): Confirmability {
  const { status, requestedAt, confirmedAt, unsubscribedAt } = enrolment;
  if (status === 'active' || status === 'paused') return 'already';
  if (!requestedAt || now.getTime() - requestedAt.getTime() > CONFIRM_WITHIN_MS) return 'expired';
  if (unsubscribedAt && unsubscribedAt >= requestedAt) return 'expired';
  if (confirmedAt && confirmedAt >= requestedAt) return status === 'finished' ? 'already' : 'expired';
  return 'confirm';
}
