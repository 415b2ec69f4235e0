import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  refusedChange,
  standingOfReviewer,
  whyNeedsReviewer,
  whyNotReviewer,
  type Candidate,
} from '../../../editorial/rules/assignments.ts';
import { refusalOf, type Situation } from '../../../editorial/rules/permissions.ts';
import type { Assignee } from '../../../model/assignment.ts';
import { ROLES, type State } from '../../../model/lifecycle.ts';
import { toRevision } from '../../../model/revision.ts';
import { acting, anEvent, approvalOfTheWhole, kindSurroundings } from '../../support/events.ts';
import { aCause } from '../../support/releases.ts';

const plain = toRevision(aCause({ redFlags: [], treatments: [], specialists: [] }));
const candidate = (who: string, over: Partial<Candidate> = {}): Candidate => ({
  ...acting(who),
  name: `Dr ${who}`,
  role: 'reviewer',
  hasClinician: true,
  isInGoodStanding: true,
  ...over,
});
const nobody = { state: 'in-review' as State, editors: [], authors: [] };

const situation = (asker: Candidate, state: State, over: Partial<Situation>): Situation => ({
  ...kindSurroundings(plain.content),
  asker: { ...asker, hasSession: true },
  state,
  revision: plain,
  live: {
    approvals: [approvalOfTheWhole],
    reviewedAt: approvalOfTheWhole.approvedAt,
    seq: 1,
    revision: plain.hash,
    snapshot: plain.content,
  },
  events: [anEvent('submitted', plain.hash)],
  editors: [],
  authors: [],
  scheduled: null,
  openMusts: 0,
  ...over,
});

describe('whoever is asked to review', () => {
  it('could really do it: exactly those whom the permissions let approve, or renew what readers have', () => {
    fc.assert(
      fc.property(
        fc.record({
          role: fc.constantFrom(...ROLES),
          hasClinician: fc.boolean(),
          isInGoodStanding: fc.boolean(),
          wrote: fc.boolean(),
          wroteLive: fc.boolean(),
          state: fc.constantFrom<State>('in-review', 'live', 'review-overdue'),
        }),
        ({ role, hasClinician, isInGoodStanding, wrote, wroteLive, state }) => {
          const one = candidate('r1', { role, hasClinician, isInGoodStanding });
          const written = { editors: wrote ? [acting('r1')] : [], authors: wroteLive ? [acting('r1')] : [] };
          const verb = state === 'in-review' ? 'approve' : 'renew-review';
          const may = refusalOf({ verb }, situation(one, state, written));
          expect(whyNotReviewer(one, { state, ...written })?.code ?? null).toBe(may?.code ?? null);
        },
      ),
    );
  });

  it('has left, lost the role or the standing, or wrote some of it since: the assignment says which', () => {
    const standing = (one: Candidate | null, over = {}) =>
      standingOfReviewer('Dr r1', one, { ...nobody, ...over }, [acting('r2')]);
    expect(standing(candidate('r1'))).toEqual({ status: 'open', because: null });
    expect(standing(candidate('r2'))).toEqual({ status: 'approved', because: null });
    expect(standing(null).because).toContain('has left');
    expect(standing(candidate('r1', { role: 'mailer' })).because).toContain('a mailer');
    expect(standing(candidate('r1', { isInGoodStanding: false })).because).toContain('not in good standing');
    expect(standing(candidate('r1', { hasClinician: false })).because).toContain('no clinician profile');
    expect(standing(candidate('r1'), { editors: [acting('r1')] }).because).toContain('wrote part');
  });

  it('is missing while fewer can still approve than approvals are missing', () => {
    const open = { name: 'Dr r1', status: 'open', because: null } as const;
    const lost = { name: 'Dr r2', status: 'cannot', because: 'Dr r2 has left.' } as const;
    const done = { name: 'Dr r3', status: 'approved', because: null } as const;
    expect(whyNeedsReviewer('in-review', 1, [])).toBe('Nobody is asked to review it.');
    expect(whyNeedsReviewer('in-review', 1, [open])).toBeNull();
    expect(whyNeedsReviewer('in-review', 2, [open])).toBe('One more clinician must be asked.');
    expect(whyNeedsReviewer('in-review', 1, [lost])).toBe('Dr r2 has left.');
    expect(whyNeedsReviewer('in-review', 1, [lost, open])).toBeNull();
    expect(whyNeedsReviewer('in-review', 1, [done])).toBe('One more clinician must be asked.');
    expect(whyNeedsReviewer('draft', 1, [])).toBeNull();
  });
});

describe('who assigns', () => {
  const asked = (account: string): Assignee => ({ account, name: account });
  const before = { author: asked('e'), reviewers: [asked('r1')], dueAt: '2026-06-09' };

  it('is an editor or an admin; a mailer assigns nothing', () => {
    const after = { author: null, reviewers: [asked('r2')], dueAt: null };
    const roles = ROLES.filter((role) => refusedChange({ account: 'x', role }, before, after) === null);
    expect(roles).toEqual(['editor', 'admin']);
    expect(refusedChange({ account: 'x', role: 'mailer' }, before, before)?.code).toBe('not-allowed');
  });

  it('is a reviewer for themselves alone: they take a review or hand theirs back', () => {
    const by = (account: string, after: Partial<typeof before>) =>
      refusedChange({ account, role: 'reviewer' }, before, { ...before, ...after })?.code ?? null;
    expect(by('r2', { reviewers: [asked('r1'), asked('r2')] })).toBeNull();
    expect(by('r1', { reviewers: [] })).toBeNull();
    expect(by('r2', { reviewers: [] })).toBe('not-allowed');
    expect(by('r2', { reviewers: [asked('r2')] })).toBe('not-allowed');
    expect(by('r1', { reviewers: [], dueAt: '2026-07-01' })).toBe('not-allowed');
    expect(by('r1', { author: asked('r1') })).toBe('not-allowed');
  });
});
