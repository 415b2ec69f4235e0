import type { Role, State, Verb } from '../../model/lifecycle.ts';

/**
 * The life of an entry in one table (drawn in docs/workflow.md, which is tested against it). Verbs of
 * the table act on the current draft; `LIVE_VERBS` act on what readers have, whatever the draft's state.
 */
/** Who may take each verb. Approving and renewing are medical acts: they need a clinician profile too. */
export const WHO_MAY: Record<Verb, readonly Role[]> = {
  'submit-for-review': ['editor', 'reviewer', 'admin'],
  'request-changes': ['reviewer', 'admin'],
  approve: ['reviewer', 'admin'],
  release: ['editor', 'reviewer', 'admin'],
  schedule: ['editor', 'reviewer', 'admin'],
  // Taking a page down is the safe direction: whoever on the staff sees the danger may act.
  withdraw: ['editor', 'reviewer', 'admin'],
  'renew-review': ['reviewer', 'admin'],
};

export const CLINICIAN_VERBS: readonly Verb[] = ['approve', 'renew-review'];

export interface Transition {
  from: State;
  /** a verb, or what happens by itself */
  by: Verb | 'edit' | 'clock';
  to: State;
}

export const TRANSITIONS: readonly Transition[] = [
  { from: 'draft', by: 'submit-for-review', to: 'in-review' },
  { from: 'changes-requested', by: 'submit-for-review', to: 'in-review' },
  { from: 'withdrawn', by: 'submit-for-review', to: 'in-review' },
  { from: 'in-review', by: 'request-changes', to: 'changes-requested' },
  { from: 'in-review', by: 'approve', to: 'approved' },
  { from: 'approved', by: 'request-changes', to: 'changes-requested' },
  { from: 'approved', by: 'release', to: 'live' },
  { from: 'approved', by: 'schedule', to: 'scheduled' },
  { from: 'scheduled', by: 'schedule', to: 'scheduled' },
  { from: 'scheduled', by: 'request-changes', to: 'changes-requested' },
  { from: 'scheduled', by: 'release', to: 'live' },
  { from: 'scheduled', by: 'clock', to: 'live' },
  { from: 'live', by: 'clock', to: 'review-overdue' },
  { from: 'live', by: 'renew-review', to: 'live' },
  { from: 'live', by: 'schedule', to: 'live' },
  { from: 'live', by: 'withdraw', to: 'withdrawn' },
  { from: 'review-overdue', by: 'renew-review', to: 'live' },
  { from: 'review-overdue', by: 'schedule', to: 'review-overdue' },
  { from: 'review-overdue', by: 'withdraw', to: 'withdrawn' },
  { from: 'review-overdue', by: 'clock', to: 'withdrawn' },
  { from: 'in-review', by: 'edit', to: 'draft' },
  { from: 'changes-requested', by: 'edit', to: 'draft' },
  { from: 'approved', by: 'edit', to: 'draft' },
  { from: 'scheduled', by: 'edit', to: 'draft' },
  { from: 'live', by: 'edit', to: 'draft' },
  { from: 'review-overdue', by: 'edit', to: 'draft' },
  { from: 'withdrawn', by: 'edit', to: 'draft' },
];

/** Verbs on the live release: allowed in any state of the draft as long as something is live. */
export const LIVE_VERBS: readonly Verb[] = ['withdraw', 'renew-review'];

export interface WhoAndWhat {
  state: State;
  role: Role;
  hasClinician: boolean;
  hasLive: boolean;
}

/** True when the table lets this person take the verb now; four eyes and the gate are checked apart. */
export function mayTake(verb: Verb, { state, role, hasClinician, hasLive }: WhoAndWhat): boolean {
  if (!WHO_MAY[verb].includes(role)) return false;
  if (CLINICIAN_VERBS.includes(verb) && !hasClinician) return false;
  return isPossible(verb, state, hasLive);
}

/** True when the state, and what is live, leave room for the verb, whoever takes it. */
export function isPossible(verb: Verb, state: State, hasLive: boolean): boolean {
  if (LIVE_VERBS.includes(verb)) return hasLive;
  return TRANSITIONS.some((transition) => transition.from === state && transition.by === verb);
}
