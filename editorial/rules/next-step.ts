import type { State, Verb } from '../../model/lifecycle.ts';

/** What somebody can do next with an entry: a verb, work of their own, or nothing. */
type StepAction = Verb | 'edit' | 'assign' | 'wait' | 'none';

export interface Step {
  action: StepAction;
  /** one line: why it is with this person, or whom it waits for */
  because: string;
}

/** How an entry stands before one person, as far as the next step asks. */
export interface StepFacts {
  state: State;
  approvals: { given: number; needed: number };
  /** asked to review it */
  isReviewer: boolean;
  hasApproved: boolean;
  /** why somebody must still be asked to review it */
  needsReviewer: string | null;
  mayEdit: boolean;
  mayAssign: boolean;
  /** why this person may not take the verb now; null when they may */
  refusal: (verb: Verb) => string | null;
}

/**
 * What comes next for this person: it offers nothing that they may not do. What is planned happens by itself; what
 * readers have waits for its review.
 */
export function nextStep(facts: StepFacts): Step {
  const { state, approvals, refusal, mayEdit } = facts;
  const may = (verb: Verb) => refusal(verb) === null;
  switch (state) {
    case 'in-review':
      return inReview(facts, may);
    case 'changes-requested':
      if (mayEdit) return { action: 'edit', because: 'A reviewer asked for changes.' };
      return wait('Waits for its author: a reviewer asked for changes.');
    case 'draft':
    case 'withdrawn':
      if (state === 'draft' && may('submit-for-review'))
        return { action: 'submit-for-review', because: 'Nothing is missing: it can go to review.' };
      if (state === 'draft' && mayEdit) return { action: 'edit', because: 'Not submitted yet.' };
      return state === 'draft' ? wait('Waits for its author.') : none('Readers do not have it.');
    case 'approved':
      if (may('release')) return { action: 'release', because: `${count(approvals.given)}: it can be released.` };
      return wait(refusal('release') ?? 'Waits for its release.');
    case 'scheduled':
      return wait('Is released by itself at its time.');
    case 'review-overdue':
      if (may('renew-review')) return { action: 'renew-review', because: 'Its review is overdue.' };
      return wait('Its review is overdue: a clinician must look again.');
    case 'live':
      return none('Readers have exactly this text.');
  }
}

function inReview(facts: StepFacts, may: (verb: Verb) => boolean): Step {
  const { approvals, hasApproved, isReviewer, needsReviewer, mayAssign, refusal } = facts;
  const { given, needed } = approvals;
  if (may('approve')) {
    const which = needed === 1 ? 'It needs one approval.' : `Yours is approval ${given + 1} of ${needed}.`;
    return { action: 'approve', because: isReviewer ? which : `Open to any clinician. ${which}` };
  }
  if (needsReviewer !== null && mayAssign) return { action: 'assign', because: needsReviewer };
  if (hasApproved) return wait(`You have approved it: another clinician must look. ${given} of ${needed} given.`);
  if (isReviewer) return wait(refusal('approve') ?? '');
  return wait(
    `Waits for ${needed - given === 1 ? 'a clinician' : 'clinicians'}: ${given} of ${needed} ${needed === 1 ? 'approval' : 'approvals'} given.`,
  );
}

/** One stage of an entry's way to readers, as policy asks for it. */
export interface Stage {
  label: string;
  at: 'done' | 'now' | 'later';
}

/** The stages before this draft reaches readers: as many clinicians as policy asks for. */
export function stagesOf(state: State, { given, needed }: StepFacts['approvals']): Stage[] {
  const reached = REACHED[state] ?? (state === 'in-review' ? 1 + given : needed + 1);
  const names = ['Draft', ...Array.from({ length: needed }, (_, i) => clinician(i, needed)), 'Release'];
  return names.map((label, i) => ({ label, at: i < reached ? 'done' : i === reached ? 'now' : 'later' }));
}

const REACHED: Partial<Record<State, number>> = {
  draft: 0,
  withdrawn: 0,
  'changes-requested': 0,
  live: Infinity,
  'review-overdue': Infinity,
};
const clinician = (i: number, needed: number): string =>
  needed === 1 ? 'A clinician' : `${['First', 'Second', 'Third'][i] ?? `${i + 1}th`} clinician`;
const count = (given: number): string => (given === 1 ? 'One clinician approved' : `${given} clinicians approved`);
const wait = (because: string): Step => ({ action: 'wait', because });
const none = (because: string): Step => ({ action: 'none', because });
