import type { Approval, ApprovalScope } from '../../model/release-row.ts';
import { dayOf, longDate } from './dates.ts';

/** What a clinician looked at when they approved. */
const LOOKED_AT: Record<ApprovalScope, string> = {
  entry: 'Read the whole page',
  changes: 'Read what had changed',
};

/** `1 February 2026, 09:00 UTC` of an RFC 3339 time; the day alone where it is no time. */
const momentOf = (time: string): string => {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return longDate(time);
  return `${longDate(dayOf(at))}, ${at.toISOString().slice(11, 16)} UTC`;
};

/** `Read the whole page and approved this exact text on 1 February 2026, 09:00 UTC.` `revision`: what is shown. */
export const approvedLine = ({ scope, revision, approvedAt }: Approval, shown: string): string =>
  `${LOOKED_AT[scope]} and approved ${revision === shown ? 'this exact text' : 'an earlier text of this page'} on ${momentOf(approvedAt)}.`;
