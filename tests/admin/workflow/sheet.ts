import { NOBODY_ASSIGNED } from '../../../model/assignment.ts';
import type { ReviewSheet } from '../../../editorial/records/review-sheet.ts';

export const HASH = 'a'.repeat(64);

export const LIVE: NonNullable<ReviewSheet['live']> = {
  seq: 7,
  version: '1.0',
  revision: 'b'.repeat(64),
  slug: 'hip-osteoarthritis',
  releasedAt: '2026-01-02T10:00:00.000Z',
  reviewedAt: '2026-01-02T09:00:00.000Z',
  reviewDue: '2027-01-02',
};

/** How a fresh draft stands, with some of it told otherwise. */
export const aSheet = (over: Partial<ReviewSheet> = {}): ReviewSheet => ({
  uid: 'entry',
  state: 'draft',
  revision: HASH,
  live: null,
  issues: [],
  allowedVerbs: ['submit-for-review'],
  schedulable: [],
  mayWritePublicNote: false,
  refusals: {},
  openRequests: [],
  expertWords: [],
  events: [],
  approvals: { given: 0, needed: 1 },
  openThreads: 0,
  openMusts: 0,
  approvalsNeeded: 1,
  minimumChangeKind: 'new',
  reasons: [],
  scheduled: null,
  checklist: [],
  lapsed: null,
  changes: [],
  assignment: {
    ...NOBODY_ASSIGNED,
    author: null,
    reviewers: [],
    needsReviewer: null,
    mayAssign: true,
    mayTake: false,
    mayHandBack: false,
  },
  stages: [],
  nextStep: { action: 'edit', because: 'Not submitted yet.' },
  ...over,
});
