import { expect, it } from 'vitest';
import { bylinesOf, reviewedBy } from '../../publishers/wording/reviewers.ts';
import { approval } from '../support/releases.ts';

it('names a clinician once who approved a text and renewed it, with the later day', () => {
  const other = {
    ...approval,
    clinician: { ...approval.clinician, uid: 'other', name: 'Bo Berg', demonstration: false },
  };
  const renewed = { ...approval, revision: 'later', approvedAt: '2027-02-01T09:00:00.000Z' };
  expect(bylinesOf([approval, other, renewed])).toEqual([renewed, other]);
  expect(reviewedBy({ approvals: [approval, other, renewed] }).match(/Demo clinician/g)).toHaveLength(1);
});
