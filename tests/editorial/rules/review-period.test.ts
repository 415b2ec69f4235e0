import { expect, it } from 'vitest';
import { proposedReviewDue } from '../../../editorial/rules/review-period.ts';
import { POLICY } from '../../../policy.ts';

const policy = { ...POLICY, reviewMonths: { treatment: 12, cause: 24 } };

it('proposes the day that policy says, by type of entry', () => {
  const now = new Date('2026-11-26T20:00:00Z');
  expect(proposedReviewDue(policy, 'treatment', now)).toBe('2027-11-26T00:00:00.000Z');
  expect(proposedReviewDue(policy, 'cause', now)).toBe('2028-11-26T00:00:00.000Z');
});

it('proposes none where policy says none, and the last day of a month that is too short', () => {
  expect(proposedReviewDue(policy, 'guide', new Date('2026-11-26T20:00:00Z'))).toBeNull();
  expect(proposedReviewDue({ ...policy, reviewMonths: { guide: 3 } }, 'guide', new Date('2026-11-30T20:00:00Z'))).toBe(
    '2027-02-28T00:00:00.000Z',
  );
});
