import type { Role, Verb } from '../../model/lifecycle.ts';
import type { NoticeKind } from '../../model/notices.ts';
import { isAmong, type Acting } from '../../model/person.ts';
import type { ReviewEvent, ReviewEventKind } from '../../model/review-event.ts';
import { WHO_MAY } from './lifecycle.ts';
import { approversOf, currentRound } from './state.ts';

/** Groups of people around an entry. */
export type Group =
  /** the reviewers that it is assigned to, else every clinician who may approve it now */
  | 'reviewers'
  /** who edited it since its last release, and the author that it is assigned to */
  | 'writers'
  /** who wrote what readers have */
  | 'authors'
  /** who submitted it last */
  | 'submitter'
  /** who approved what readers have */
  | 'approvers'
  /** who planned what is scheduled */
  | 'scheduler';

interface Told {
  kind: NoticeKind;
  groups: readonly Group[];
}

/**
 * Who is told of what, for every kind of event there is; null where the event tells nobody: then it stands in the
 * history alone. A new kind of event does not compile until it is decided.
 */
export const TOLD_OF: Record<ReviewEventKind, Told | null> = {
  submitted: { kind: 'submitted', groups: ['reviewers'] },
  // Whoever submits the text again tells the reviewers of it.
  edited: null,
  // Who is mentioned in a comment is told by the comment.
  commented: null,
  'changes-requested': { kind: 'changes-requested', groups: ['submitter', 'writers'] },
  // The submission that comes with the answer tells.
  answered: null,
  // While another clinician must look too.
  approved: { kind: 'second-approval', groups: ['reviewers'] },
  released: null,
  scheduled: null,
  unscheduled: null,
  'schedule-lapsed': { kind: 'schedule-lapsed', groups: ['scheduler', 'submitter', 'writers'] },
  withdrawn: { kind: 'withdrawn', groups: ['authors', 'writers', 'submitter', 'approvers'] },
  renewed: null,
};

/** A member of the staff as the database knows them now. */
export interface Colleague extends Acting {
  actor: string;
  role: Role;
  isInGoodStanding: boolean;
}

/** True when this event tells whoever it is about: an approval does while another clinician must approve too. */
export function tells(
  event: Pick<ReviewEvent, 'event' | 'revision'>,
  { events, approvalsNeeded }: { events: readonly ReviewEvent[]; approvalsNeeded: number },
): boolean {
  if (TOLD_OF[event.event] === null) return false;
  if (event.event !== 'approved') return true;
  return approversOf(currentRound(events, event.revision)).length < approvalsNeeded;
}

/** Those who may take this medical act now: by role and standing, on what none of these persons wrote or approved. */
export const mayAct = <One extends Colleague>(
  verb: Extract<Verb, 'approve' | 'renew-review'>,
  colleagues: readonly One[],
  apart: readonly Acting[],
): One[] =>
  colleagues.filter((one) => one.isInGoodStanding && WHO_MAY[verb].includes(one.role) && !isAmong(one, apart));
