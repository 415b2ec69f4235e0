import type { Acting } from './person.ts';
import type { ApprovalScope, ChangeKind, ClinicianSnapshot } from './release-row.ts';
import type { WithdrawalReason } from './withdrawal.ts';

export const REVIEW_EVENTS = [
  'submitted',
  'edited',
  'commented',
  'changes-requested',
  'answered',
  'approved',
  'released',
  'scheduled',
  'unscheduled',
  'schedule-lapsed',
  'withdrawn',
  'renewed',
] as const;
export type ReviewEventKind = (typeof REVIEW_EVENTS)[number];

/** One append-only line of an entry's review history. */
export interface ReviewEvent extends Acting {
  event: ReviewEventKind;
  /** uid of the entry */
  entry: string;
  /** revision hash it speaks of */
  revision: string;
  /** RFC 3339 */
  at: string;
  actorName: string;
  clinician: ClinicianSnapshot | null;
  /** of approvals: whoever gave it could still give it, when the history was read; true of every other line */
  stands: boolean;
  comment: string | null;
  changeKind: ChangeKind | null;
  changeNote: string | null;
  /** of approvals: the parts that the clinician says to have looked at */
  sectionsChecked: string[];
  /** of approvals: what of the policy's checklist the clinician says to have checked, in its words */
  checklist: string[];
  /** of approvals: what the clinician looked at */
  scope: ApprovalScope | null;
  /** of approvals: why the replaced text could not hurt, in the clinician's words; readers who have it are not written to */
  oldTextHarmless: string | null;
  /** of withdrawals and of plans to withdraw */
  reason: WithdrawalReason | null;
  /** of `scheduled`: what shall happen */
  scheduledVerb: 'release' | 'withdraw' | null;
  /** RFC 3339, of `scheduled` and `unscheduled` events */
  scheduledFor: string | null;
  /** log position, of events that wrote to the log */
  seq: number | null;
}
