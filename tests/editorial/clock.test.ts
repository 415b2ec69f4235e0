import { beforeEach, describe, expect, it } from 'vitest';
import { runClock } from '../../editorial/run-clock.ts';
import { DATABASES } from '../support/database.ts';
import { aTreatmentDraft, edit, logOf, refusal } from '../support/editing.ts';
import { releaseEntry } from '../support/entries.ts';
import { failOn } from '../support/faults.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { verb } from '../support/people.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = new Date('2026-06-01T09:00:00.000Z');

describe.each(DATABASES)('the clock on %s', (database) => {
  const { system, staff, take, review, approved, live } = newsroomOn(database, { now: START });
  beforeEach(() => system.setNow(START));
  const after = (ms: number) => new Date(START.getTime() + ms);
  const rowsOf = async (uid: string) =>
    (await logOf(system.payload, uid)).map(({ kind, live: isLive }) => `${kind} ${isLive}`);
  const passTo = (ms: number) => {
    system.setNow(after(ms));
    return runClock(system.payload);
  };

  it('releases what was scheduled when the time has come, and not before, and once', async () => {
    const entry = await approved('due');
    const sheet = await take(staff.editor, entry.id, 'schedule', {
      revision: entry.revision,
      at: after(HOUR).toISOString(),
    });
    expect(sheet).toMatchObject({
      state: 'scheduled',
      scheduled: { at: after(HOUR).toISOString(), verb: 'release', revision: entry.revision, by: 'Demo editor' },
    });
    expect(await passTo(HOUR - 1)).toEqual({ released: 0, withdrawn: 0, lapsed: 0 });
    expect(await rowsOf(entry.uid)).toEqual([]);
    expect(await passTo(HOUR)).toEqual({ released: 1, withdrawn: 0, lapsed: 0 });
    expect(await passTo(HOUR + 1)).toEqual({ released: 0, withdrawn: 0, lapsed: 0 });
    expect(await rowsOf(entry.uid)).toEqual(['released true']);
    const { events, scheduled, state } = await review(entry.id);
    expect([state, scheduled]).toEqual(['live', null]);
    expect(events[0]).toMatchObject({ event: 'released', actorName: 'Clock', actor: null });
  });

  it('takes a time with an offset, and none that has passed', async () => {
    const entry = await approved('offsets');
    for (const at of [START.toISOString(), after(-1).toISOString(), '2026-06-01T10:00:00+02:00']) {
      expect(await refusal(take(staff.editor, entry.id, 'schedule', { revision: entry.revision, at }))).toBe(
        'invalid-request',
      );
    }
    const { scheduled } = await take(staff.editor, entry.id, 'schedule', {
      revision: entry.revision,
      at: '2026-06-01T12:00:00+02:00',
    });
    expect(scheduled?.at).toBe('2026-06-01T10:00:00.000Z');
    const moved = await take(staff.editor, entry.id, 'schedule', {
      revision: entry.revision,
      at: '2026-06-01T11:00:00Z',
    });
    expect(moved).toMatchObject({ state: 'scheduled', scheduled: { at: '2026-06-01T11:00:00.000Z' } });
    await take(staff.editor, entry.id, 'release', { revision: entry.revision });
    expect(await passTo(3 * HOUR)).toEqual({ released: 0, withdrawn: 0, lapsed: 0 });
  });

  it('forgets a schedule when the entry is edited, and says so', async () => {
    const entry = await approved('edited', { summary: 'Old words.' });
    await take(staff.editor, entry.id, 'schedule', { revision: entry.revision, at: after(HOUR).toISOString() });
    await edit(system.payload, staff.editor, 'causes', entry.id, { summary: 'Other words.' });
    const sheet = await review(entry.id);
    expect([sheet.state, sheet.scheduled]).toEqual(['draft', null]);
    expect(
      sheet.events
        .map(({ event }) => event)
        .slice(0, 2)
        .sort(),
    ).toEqual(['edited', 'schedule-lapsed']);
    await edit(system.payload, staff.editor, 'causes', entry.id, { summary: 'Old words.' });
    expect(await passTo(2 * HOUR)).toEqual({ released: 0, withdrawn: 0, lapsed: 0 });
    expect(await rowsOf(entry.uid)).toEqual([]);
  });

  it('forgets a schedule when changes are requested', async () => {
    const entry = await approved('refused');
    await take(staff.editor, entry.id, 'schedule', { revision: entry.revision, at: after(HOUR).toISOString() });
    const sheet = await take(staff.secondReviewer, entry.id, 'request-changes', {
      revision: entry.revision,
      comment: 'No.',
    });
    expect([sheet.state, sheet.scheduled]).toEqual(['changes-requested', null]);
    expect((await passTo(2 * HOUR)).released).toBe(0);
    expect(await rowsOf(entry.uid)).toEqual([]);
  });

  it('asks the gate again: what it needs may be gone by then', async () => {
    const treatment = await aTreatmentDraft(system.payload, staff, { slug: 'gone-by-then' });
    const released = await releaseEntry(system.payload, staff, 'treatments', treatment.id);
    const entry = await approved('needs-treatment', { treatments: [treatment.id] });
    await take(staff.secondReviewer, entry.id, 'approve', { revision: entry.revision });
    await take(staff.editor, entry.id, 'schedule', { revision: entry.revision, at: after(HOUR).toISOString() });
    await verb(system.payload, staff.editor, 'treatments', treatment.id, 'withdraw', {
      revision: released.revision,
      reason: 'inaccurate',
    });
    expect(await passTo(HOUR)).toEqual({ released: 0, withdrawn: 0, lapsed: 1 });
    expect(await rowsOf(entry.uid)).toEqual([]);
    const { state, scheduled, events } = await review(entry.id);
    expect([state, scheduled, events[0]?.event]).toEqual(['approved', null, 'schedule-lapsed']);
    expect(events[0]?.comment).toContain('requirements-not-met');
  });

  it('does not let one entry that fails keep the others from readers', async () => {
    const broken = await approved('broken');
    const fine = await approved('fine');
    await take(staff.editor, broken.id, 'schedule', { revision: broken.revision, at: after(HOUR).toISOString() });
    await take(staff.editor, fine.id, 'schedule', { revision: fine.revision, at: after(2 * HOUR).toISOString() });
    const restore = failOn(system.payload, 'create', 'releases', [broken.uid]);
    await expect(passTo(3 * HOUR)).rejects.toThrow('injected');
    restore();
    expect(await rowsOf(fine.uid)).toEqual(['released true']);
    expect(await rowsOf(broken.uid)).toEqual([]);
    expect(await passTo(3 * HOUR)).toMatchObject({ released: 1 });
    expect(await rowsOf(broken.uid)).toEqual(['released true']);
  });

  it('comes to what is due behind any number of entries that fail', async () => {
    const overdue = { reviewDue: '2026-06-02T00:00:00.000Z' };
    const broken = [await live('head-1', overdue), await live('head-2', overdue), await live('head-3', overdue)];
    const fine = await live('behind-the-head', { reviewDue: '2026-06-03T00:00:00.000Z' });
    system.setNow(after(120 * DAY));
    const restore = failOn(
      system.payload,
      'create',
      'releases',
      broken.map(({ uid }) => uid),
    );
    await expect(runClock(system.payload, { page: 2 })).rejects.toThrow(
      broken.map(({ uid }) => `cause ${uid}: injected`).join('; '),
    );
    restore();
    expect(await rowsOf(fine.uid)).toEqual(['released false', 'withdrawn false']);
    expect(await rowsOf(broken[0]?.uid ?? '')).toEqual(['released true']);
    expect(await runClock(system.payload, { page: 2 })).toMatchObject({ withdrawn: 3 });
  });

  it('withdraws what was scheduled to be, and keeps the note of the staff from readers', async () => {
    const entry = await live('to-end');
    const sheet = await take(staff.editor, entry.id, 'schedule', {
      revision: entry.revision,
      at: after(HOUR).toISOString(),
      verb: 'withdraw',
      reason: 'legal',
      note: 'The lawyers insist.',
    });
    expect(sheet).toMatchObject({ state: 'live', scheduled: { verb: 'withdraw', revision: entry.revision } });
    expect(sheet.events[0]).toMatchObject({ event: 'scheduled', reason: 'legal', comment: 'The lawyers insist.' });
    expect(await passTo(HOUR)).toMatchObject({ withdrawn: 1, lapsed: 0 });
    expect(await rowsOf(entry.uid)).toEqual(['released false', 'withdrawn false']);
    expect((await logOf(system.payload, entry.uid)).at(-1)).toMatchObject({
      reason: 'legal',
      publicNote: null,
      replacedBy: null,
    });
  });

  it('does not withdraw a text that was replaced since', async () => {
    const entry = await live('replaced-since');
    await take(staff.editor, entry.id, 'schedule', {
      revision: entry.revision,
      at: after(HOUR).toISOString(),
      verb: 'withdraw',
      reason: 'legal',
    });
    await edit(system.payload, staff.editor, 'causes', entry.id, { summary: 'The new text.' });
    expect((await review(entry.id)).scheduled).toMatchObject({ verb: 'withdraw' });
    await releaseEntry(system.payload, staff, 'causes', entry.id);
    await passTo(2 * HOUR);
    expect(await rowsOf(entry.uid)).toEqual(['released false', 'released true']);
  });

  it('schedules the end only of what is live', async () => {
    const entry = await approved('no-end');
    const body = { revision: entry.revision, at: after(HOUR).toISOString(), verb: 'withdraw', reason: 'legal' };
    expect(await refusal(take(staff.editor, entry.id, 'schedule', body))).toBe('wrong-state');
    const ended = await live('stale-end');
    expect(await refusal(take(staff.editor, ended.id, 'schedule', { ...body, revision: entry.revision }))).toBe(
      'stale-revision',
    );
  });

  it('shows a review that is overdue, and withdraws the entry after the grace period', async () => {
    const entry = await live('overdue', { reviewDue: '2026-07-01T00:00:00.000Z' });
    const day = (iso: string) => new Date(iso).getTime() - START.getTime();
    const listed = async () =>
      (await system.payload.findByID({ collection: 'causes', id: entry.id, user: staff.editor, overrideAccess: false }))
        .state;
    await passTo(day('2026-07-01T23:00:00Z'));
    expect([(await review(entry.id)).state, await listed()]).toEqual(['live', 'live']);
    system.setNow(new Date('2026-07-02T00:00:00Z'));
    expect([(await review(entry.id)).state, await listed()]).toEqual(['review-overdue', 'review-overdue']);
    await passTo(day('2026-07-02T00:00:00Z'));
    const { docs } = await system.payload.find({ collection: 'entry-status', where: { uid: { equals: entry.uid } } });
    expect(docs[0]?.state).toBe('review-overdue');
    expect((await passTo(day('2026-09-28T12:00:00Z'))).withdrawn).toBe(0);
    expect((await passTo(day('2026-07-01T00:00:00Z') + 91 * DAY)).withdrawn).toBe(1);
    expect(await rowsOf(entry.uid)).toEqual(['released false', 'withdrawn false']);
    expect((await review(entry.id)).events[0]).toMatchObject({ event: 'withdrawn', actorName: 'Clock' });
  });

  it('leaves an overdue entry alone once it was renewed', async () => {
    const entry = await live('renewed', { reviewDue: '2026-07-01T00:00:00.000Z' });
    system.setNow(new Date('2026-08-01T00:00:00Z'));
    const sheet = await take(staff.reviewer, entry.id, 'renew-review', {
      revision: entry.revision,
      reviewDue: '2029-08-01',
    });
    expect(sheet.state).toBe('live');
    system.setNow(new Date('2026-12-01T00:00:00Z'));
    await runClock(system.payload);
    expect((await rowsOf(entry.uid)).at(-1)).toBe('released true');
  });

  it('runs anywhere, any number of times at once', async () => {
    const overdue = await live('twice-overdue', { reviewDue: '2026-06-02T00:00:00.000Z' });
    const entry = await approved('twice-due');
    const ends = await live('twice-ends');
    await take(staff.editor, entry.id, 'schedule', { revision: entry.revision, at: after(HOUR).toISOString() });
    await take(staff.editor, ends.id, 'schedule', {
      revision: ends.revision,
      at: after(HOUR).toISOString(),
      verb: 'withdraw',
      reason: 'legal',
    });
    system.setNow(after(120 * DAY));
    const reports = await Promise.all([1, 2, 3].map(() => runClock(system.payload)));
    const sum = (pick: 'released' | 'withdrawn' | 'lapsed') =>
      reports.reduce((total, report) => total + report[pick], 0);
    expect([sum('released'), sum('withdrawn'), sum('lapsed')]).toEqual([1, 2, 0]);
    expect(await rowsOf(overdue.uid)).toEqual(['released false', 'withdrawn false']);
    expect(await rowsOf(entry.uid)).toEqual(['released true']);
    expect(await rowsOf(ends.uid)).toEqual(['released false', 'withdrawn false']);
    expect((await review(entry.id)).events.map(({ event }) => event)).not.toContain('schedule-lapsed');
  });
});
