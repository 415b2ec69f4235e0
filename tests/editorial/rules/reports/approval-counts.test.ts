import { expect, it } from 'vitest';
import { approvalCounts, type CountedEvent } from '../../../../editorial/rules/reports/approval-counts.ts';

const act = (over: Partial<CountedEvent>): CountedEvent => ({
  ...{ entry: 'a', event: 'approved', actor: '1', person: 'clinician:x', actorName: 'Demo clinician', scope: 'entry' },
  ...over,
});

it('counts persons, not accounts: two accounts of one clinician are one', () => {
  expect(
    approvalCounts([
      act({}),
      act({ actor: '2', entry: 'b', scope: 'changes', actorName: 'Demo clinician, second account' }),
      act({ person: 'clinician:y', actor: '3', actorName: 'Second demo clinician', event: 'changes-requested' }),
      act({ event: 'renewed', entry: 'b' }),
      act({ event: 'submitted', person: 'account:9' }),
    ]),
  ).toEqual([
    { name: 'Demo clinician', approvals: 2, whole: 1, requests: 0, renewals: 1, entries: 2 },
    { name: 'Second demo clinician', approvals: 0, whole: 0, requests: 1, renewals: 0, entries: 1 },
  ]);
});
