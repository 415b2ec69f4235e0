import type { Role, State, Verb } from '../../model/lifecycle.ts';

/**
 * The life of an entry in one table. `docs/workflow.md` is tested against it, and so are the verbs themselves:
 * every verb is taken in every state and compared with it. A state belongs to the current draft.
 */
export const WHO_MAY: Record<Verb, readonly Role[]> = {
  'submit-for-review': ['editor', 'reviewer', 'admin'],
  'request-changes': ['reviewer', 'admin'],
  approve: ['reviewer', 'admin'],
  release: ['editor', 'reviewer', 'admin'],
  schedule: ['editor', 'reviewer', 'admin'],
  unschedule: ['editor', 'reviewer', 'admin'],
  // Taking a page down is the safe direction: whoever on the staff sees the danger may act.
  withdraw: ['editor', 'reviewer', 'admin'],
  'renew-review': ['reviewer', 'admin'],
};

/** Medical acts: they need a clinician profile too. */
export const CLINICIAN_VERBS: readonly Verb[] = ['approve', 'renew-review'];

/** What a verb speaks of, and what its revision is that of: the draft, what readers have, or what is planned. */
export type Subject = 'draft' | 'live' | 'schedule';

export const subjectOf = (verb: Verb, planned?: 'release' | 'withdraw'): Subject => {
  if (verb === 'withdraw' || verb === 'renew-review') return 'live';
  if (verb === 'unschedule') return 'schedule';
  return verb === 'schedule' && planned === 'withdraw' ? 'live' : 'draft';
};

export interface Transition {
  from: State;
  /** a verb, or what happens by itself */
  by: Verb | 'edit' | 'clock';
  to: State;
  /** only while readers have another text than the draft */
  beside?: true;
}

/** States of a draft that is not the text that readers have. */
const UNDER_WAY: readonly State[] = ['draft', 'in-review', 'changes-requested', 'approved', 'scheduled'];

export const TRANSITIONS: readonly Transition[] = [
  { from: 'draft', by: 'submit-for-review', to: 'in-review' },
  { from: 'changes-requested', by: 'submit-for-review', to: 'in-review' },
  { from: 'withdrawn', by: 'submit-for-review', to: 'in-review' },
  { from: 'in-review', by: 'request-changes', to: 'changes-requested' },
  // The first of two clinicians.
  { from: 'in-review', by: 'approve', to: 'in-review' },
  { from: 'in-review', by: 'approve', to: 'approved' },
  // With `release: true` and the gate's consent.
  { from: 'in-review', by: 'approve', to: 'live' },
  { from: 'approved', by: 'request-changes', to: 'changes-requested' },
  { from: 'approved', by: 'release', to: 'live' },
  { from: 'approved', by: 'schedule', to: 'scheduled' },
  { from: 'scheduled', by: 'schedule', to: 'scheduled' },
  { from: 'scheduled', by: 'unschedule', to: 'approved' },
  { from: 'scheduled', by: 'request-changes', to: 'changes-requested' },
  { from: 'scheduled', by: 'release', to: 'live' },
  { from: 'scheduled', by: 'clock', to: 'live' },
  // The gate refused when the time had come.
  { from: 'scheduled', by: 'clock', to: 'approved' },
  { from: 'live', by: 'clock', to: 'review-overdue' },
  // As planned.
  { from: 'live', by: 'clock', to: 'withdrawn' },
  { from: 'live', by: 'renew-review', to: 'live' },
  { from: 'live', by: 'schedule', to: 'live' },
  { from: 'live', by: 'unschedule', to: 'live' },
  { from: 'live', by: 'withdraw', to: 'withdrawn' },
  { from: 'review-overdue', by: 'renew-review', to: 'live' },
  { from: 'review-overdue', by: 'schedule', to: 'review-overdue' },
  { from: 'review-overdue', by: 'unschedule', to: 'review-overdue' },
  { from: 'review-overdue', by: 'withdraw', to: 'withdrawn' },
  { from: 'review-overdue', by: 'clock', to: 'withdrawn' },
  { from: 'in-review', by: 'edit', to: 'draft' },
  { from: 'changes-requested', by: 'edit', to: 'draft' },
  { from: 'approved', by: 'edit', to: 'draft' },
  { from: 'scheduled', by: 'edit', to: 'draft' },
  { from: 'live', by: 'edit', to: 'draft' },
  { from: 'review-overdue', by: 'edit', to: 'draft' },
  { from: 'withdrawn', by: 'edit', to: 'draft' },
  // An edit may bring back, letter for letter, the text that left readers last.
  ...UNDER_WAY.map((from): Transition => ({ from, by: 'edit', to: 'withdrawn' })),
  ...UNDER_WAY.flatMap((from): Transition[] => [
    // Withdrawing ends the review of what should have replaced the text.
    { from, by: 'withdraw', to: 'draft', beside: true },
    { from, by: 'clock', to: 'draft', beside: true },
    // These leave the draft as it is.
    { from, by: 'renew-review', to: from, beside: true },
    { from, by: 'schedule', to: from === 'scheduled' ? 'approved' : from, beside: true },
    // And so may an edit bring back the text that readers have.
    { from, by: 'edit', to: 'live', beside: true },
    { from, by: 'edit', to: 'review-overdue', beside: true },
  ]),
  ...UNDER_WAY.filter((from) => from !== 'scheduled').map((from): Transition => ({
    from,
    by: 'unschedule',
    to: from,
    beside: true,
  })),
];

/** True when the table lets the draft take the verb in this state, whoever takes it. */
export const isPossible = (verb: Verb, state: State): boolean =>
  TRANSITIONS.some(({ from, by, beside }) => from === state && by === verb && !beside);
