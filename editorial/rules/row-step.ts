import type { Role, State, Verb } from '../../model/lifecycle.ts';
import { isAmong, type Acting } from '../../model/person.ts';
import { CLINICIAN_VERBS, isPossible, WHO_MAY } from './lifecycle.ts';
import { mayAssign } from './assignments.ts';
import { nextStep, type Step } from './next-step.ts';

/** What the row of an entry says without its text being read. */
export interface RowFacts {
  state: State;
  approvals: { given: number; needed: number };
  approvers: readonly Acting[];
  editors: readonly Acting[];
  authors: readonly Acting[];
  needsReviewer: string | null;
}

/** Whoever looks at a list, as they are now. */
export interface Looking extends Acting {
  role: Role;
  /** a clinician profile in good standing */
  canApprove: boolean;
}

/**
 * The next step as a list offers it: role, profile, state and persons are asked, the text is not, so a verb may still
 * be refused for what the text lacks. A draft is for its author to open.
 */
export function stepOfRow(row: RowFacts, one: Looking, isReviewer: boolean): Step {
  return nextStep({
    ...row,
    isReviewer,
    hasApproved: isAmong(one, row.approvers),
    mayEdit: WHO_MAY['submit-for-review'].includes(one.role),
    mayAssign: mayAssign(one.role),
    refusal: (verb) => (verb === 'submit-for-review' ? 'Not submitted yet.' : refusedByRow(verb, row, one)),
  });
}

/** Null where nothing but the text could refuse it. */
export function refusedByRow(
  verb: Verb,
  { state, approvers, editors, authors }: RowFacts,
  one: Looking,
): string | null {
  if (!WHO_MAY[verb].includes(one.role)) return 'Not for your role.';
  if (CLINICIAN_VERBS.includes(verb) && !one.canApprove) return 'Only a clinician in good standing may do that.';
  if (!isPossible(verb, state)) return 'Not in this state.';
  if (verb === 'approve' && isAmong(one, editors)) return 'You wrote part of it: another clinician must approve it.';
  if (verb === 'approve' && isAmong(one, approvers)) return 'You have approved it.';
  if (verb === 'renew-review' && isAmong(one, authors))
    return 'You wrote part of what readers have: another clinician must renew it.';
  return null;
}
