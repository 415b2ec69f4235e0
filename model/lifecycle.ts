/** The words of an entry's life (docs/workflow.md): what state it is in, who acts, what they can do. */
export const STATES = [
  'draft',
  'in-review',
  'changes-requested',
  'approved',
  'scheduled',
  'live',
  'review-overdue',
  'withdrawn',
] as const;
export type State = (typeof STATES)[number];

export const ROLES = ['editor', 'reviewer', 'mailer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const VERBS = [
  'submit-for-review',
  'request-changes',
  'approve',
  'release',
  'schedule',
  'unschedule',
  'withdraw',
  'renew-review',
] as const;
export type Verb = (typeof VERBS)[number];
