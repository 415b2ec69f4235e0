import { describe, expect, it } from 'vitest';
import { runClock } from '../../../editorial/run-clock.ts';
import type { Verb } from '../../../model/lifecycle.ts';
import { DATABASES } from '../../support/database.ts';
import { logOf, refused } from '../../support/editing.ts';
import { releaseEntry } from '../../support/entries.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import type { Staff } from '../../support/people.ts';

const START = new Date('2026-06-01T09:00:00.000Z');
const AT = '2026-06-02T09:00:00.000Z';

describe.each(DATABASES)('what was planned, on %s,', (database) => {
  const { system, staff, take: takeAs, submit, draftOf } = newsroomOn(database, { now: START });
  const take = (id: string | number, name: Verb, body: Record<string, unknown>, who: keyof Staff = 'editor') =>
    takeAs(staff[who], id, name, body);
  const passed = async () => {
    system.setNow(new Date('2026-06-03T09:00:00.000Z'));
    const report = await runClock(system.payload);
    system.setNow(START);
    return report;
  };

  it('is called off before a release: the approval stays, and nothing goes out by itself', async () => {
    const draft = await draftOf('called-off');
    const { revision } = await submit(draft.id);
    await take(draft.id, 'approve', { revision }, 'reviewer');
    expect((await refused(take(draft.id, 'unschedule', { revision }))).code).toBe('wrong-state');
    const planned = await take(draft.id, 'schedule', { revision, at: AT });
    expect(planned.allowedVerbs).toContain('unschedule');
    const stale = await refused(take(draft.id, 'unschedule', { revision: '0'.repeat(64) }));
    expect([stale.code, stale.details.current]).toEqual(['stale-revision', revision]);
    const sheet = await take(draft.id, 'unschedule', { revision });
    expect(sheet).toMatchObject({ state: 'approved', scheduled: null, approvals: { given: 1 } });
    expect(sheet.allowedVerbs).not.toContain('unschedule');
    expect(sheet.events[0]).toMatchObject({
      event: 'unscheduled',
      revision,
      scheduledFor: AT,
      actorName: 'Demo editor',
    });
    expect(await passed()).toEqual({ released: 0, withdrawn: 0, lapsed: 0 });
    expect(await logOf(system.payload, draft.uid ?? '')).toEqual([]);
    expect((await take(draft.id, 'release', { revision })).state).toBe('live');
  });

  it('is called off before a withdrawal: readers keep the page', async () => {
    const draft = await draftOf('kept');
    const { revision } = await releaseEntry(system.payload, staff, 'causes', draft.id);
    await take(draft.id, 'schedule', { revision, at: AT, verb: 'withdraw', reason: 'legal' });
    const sheet = await take(draft.id, 'unschedule', { revision });
    expect(sheet).toMatchObject({ state: 'live', scheduled: null });
    expect(sheet.events[0]).toMatchObject({ event: 'unscheduled', comment: 'Withdrawal' });
    expect(await passed()).toEqual({ released: 0, withdrawn: 0, lapsed: 0 });
    expect((await logOf(system.payload, draft.uid ?? '')).map(({ kind }) => kind)).toEqual(['released']);
  });
});
