import { expect, it } from 'vitest';
import { runClock } from '../../editorial/run-clock.ts';
import { POLICY } from '../../policy.ts';
import { startSystem } from '../support/database.ts';
import { aCauseDraft, releaseEntry, reviewOf } from '../support/entries.ts';
import { createStaff } from '../support/people.ts';

const DAY = 24 * 60 * 60 * 1000;

it('follows the policy of the installation: how many approve, and how long an overdue entry stays', async () => {
  const now = new Date('2026-06-01T09:00:00.000Z');
  const system = await startSystem('SQLite', { now, policy: { ...POLICY, approvals: 2, graceDays: 1 } });
  try {
    const staff = await createStaff(system.payload);
    const draft = await aCauseDraft(system.payload, staff, { slug: 'strict', reviewDue: '2026-06-02T00:00:00.000Z' });
    expect((await reviewOf(system.payload, staff, 'causes', draft.id)).approvals.needed).toBe(2);
    await releaseEntry(system.payload, staff, 'causes', draft.id);
    system.setNow(new Date(now.getTime() + 3 * DAY));
    expect(await runClock(system.payload)).toMatchObject({ withdrawn: 1 });
  } finally {
    await system.stop();
  }
});
