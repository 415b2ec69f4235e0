import type { PayloadRequest } from 'payload';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../../database/transact.ts';
import { assignEntry } from '../../../editorial/assignments/assign.ts';
import { notify } from '../../../editorial/notices/notify.ts';
import { runClock } from '../../../editorial/run-clock.ts';
import { DATABASES } from '../../support/database.ts';
import { edit, refusal } from '../../support/editing.ts';
import { newsroomOn } from '../../support/newsroom.ts';
import { aColleague } from '../../support/people.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = new Date('2026-06-01T09:00:00.000Z');

describe.each(DATABASES)('what members of the staff are told, on %s,', (database) => {
  const { system, staff, take, submit, draftOf, approved, live } = newsroomOn(database, { now: START });
  beforeEach(() => system.setNow(START));

  interface Told extends Record<string, unknown> {
    kind: string;
    recipient: string;
  }
  const rowsOf = async (uid: string) => {
    const { docs } = await system.payload.db.find<Told & { id: number }>({
      collection: 'notices',
      where: { entry: { equals: uid } },
      sort: 'uid',
      limit: 0,
      pagination: false,
    });
    return docs;
  };
  const nameOf = (recipient: string) =>
    Object.values({ ...staff }).find(({ id }) => String(id) === recipient)?.name ?? recipient;
  const told = async (uid: string) => (await rowsOf(uid)).map(({ kind, recipient }) => `${kind}: ${nameOf(recipient)}`);
  const since = async (uid: string, before: number) => (await told(uid)).slice(before).sort();

  it('follows an entry from hand to hand, and tells nobody of what they did', async () => {
    const { id, uid } = await draftOf('from-hand-to-hand');
    const { revision } = await submit(id);
    expect(await since(uid!, 0)).toEqual(['submitted: Demo clinician', 'submitted: Second demo clinician']);
    await take(staff.reviewer, id, 'request-changes', { revision, comment: 'Say more.' });
    expect(await since(uid!, 2)).toEqual(['changes-requested: Demo editor']);
    await submit(id, 'All is said.');
    expect(await since(uid!, 3)).toEqual(['submitted: Demo clinician', 'submitted: Second demo clinician']);
    const rows = await rowsOf(uid!);
    expect(rows[2]).toMatchObject({ detail: 'Say more.', named: true, mailState: 'waiting', unread: true });
    expect(rows[2]?.mailDue).toBe('2026-06-01T09:01:00.000Z');
    expect(rows[0]).toMatchObject({ named: false, mailDue: '2026-06-02T07:00:00.000Z' });
  });

  it('asks the second clinician, and nobody once two have approved', async () => {
    const { id, uid } = await draftOf('two-are-needed', { summary: 'Take 20 mg twice a day.' });
    const { revision, approvalsNeeded } = await submit(id);
    expect(approvalsNeeded).toBe(2);
    await take(staff.reviewer, id, 'approve', { revision });
    expect(await since(uid!, 2)).toEqual(['second-approval: Second demo clinician']);
    await take(staff.secondReviewer, id, 'approve', { revision });
    expect(await since(uid!, 3)).toEqual([]);
  });

  it('does not ask a clinician who wrote it', async () => {
    const { id, uid } = await draftOf('four-eyes-told');
    await edit(system.payload, staff.reviewer, 'causes', id, { summary: 'Other words.' });
    await submit(id);
    expect(await told(uid!)).toEqual(['submitted: Second demo clinician']);
  });

  it('tells of a withdrawal those who wrote, submitted and approved, and of the reason', async () => {
    const { id, uid, revision } = await live('gone-and-told', { summary: 'Take 20 mg twice a day.' });
    const before = (await told(uid)).length;
    await take(staff.admin, id, 'withdraw', { revision, reason: 'unsafe', note: 'For the staff.' });
    expect(await since(uid, before)).toEqual([
      'withdrawn: Demo clinician',
      'withdrawn: Demo editor',
      'withdrawn: Second demo clinician',
    ]);
    expect((await rowsOf(uid)).at(-1)?.detail).toBe('unsafe');
  });

  it('tells why a planned release lapsed, in the transaction that ends it', async () => {
    const { id, uid, revision } = await approved('lapsed-and-told', { summary: 'Old words.' });
    const before = (await told(uid)).length;
    await take(staff.admin, id, 'schedule', { revision, at: new Date(START.getTime() + HOUR).toISOString() });
    await edit(system.payload, staff.editor, 'causes', id, { summary: 'Other words.' });
    const rows = (await rowsOf(uid)).slice(before).filter(({ kind }) => kind === 'schedule-lapsed');
    expect(rows.map(({ recipient }) => nameOf(recipient))).toEqual(['Demo admin']);
    expect(rows[0]?.detail).toContain('changed after its release was scheduled');
  });

  it('tells of a review date once, by however many clocks, and one thing after weeks without one', async () => {
    const { id, uid } = await live('due-and-told', {
      reviewDue: '2026-09-01T00:00:00.000Z',
      summary: 'Take 20 mg twice a day.',
    });
    const before = (await told(uid)).length;
    system.setNow(new Date('2026-08-02T00:00:00Z'));
    await Promise.all([1, 2, 3].map(() => runClock(system.payload)));
    const both = ['Demo clinician', 'Second demo clinician'];
    expect(await since(uid, before)).toEqual(both.map((name) => `review-due-30: ${name}`));
    await runClock(system.payload);
    expect(await since(uid, before + 2)).toEqual([]);
    // The clock was down over the week before.
    system.setNow(new Date('2026-09-20T00:00:00Z'));
    await runClock(system.payload);
    expect(await since(uid, before + 2)).toEqual(both.map((name) => `review-due-0: ${name}`));
    const sheet = await take(staff.reviewer, id, 'renew-review', {
      revision: (await system.payload.find({ collection: 'entry-status', where: { uid: { equals: uid } } })).docs[0]!
        .liveRevision,
      reviewDue: '2028-09-01',
    });
    expect(sheet.state).toBe('live');
    system.setNow(new Date('2028-08-02T00:00:00Z'));
    await runClock(system.payload);
    // Those of the years before had their time.
    expect(await since(uid, 0)).toEqual(both.map((name) => `review-due-30: ${name}`));
  });

  it('tells who is asked by name, of the day before, and alone when the text is submitted', async () => {
    const { id, uid } = await draftOf('asked-by-name');
    const body = { reviewers: [String(staff.secondReviewer.id)], dueAt: '2026-06-05', comment: 'Please.' };
    await assignEntry({ payload: system.payload, collection: 'causes', id, body, user: staff.admin });
    expect(await since(uid!, 0)).toEqual(['assigned: Second demo clinician']);
    await submit(id);
    expect(await since(uid!, 1)).toEqual(['submitted: Second demo clinician']);
    const rows = await rowsOf(uid!);
    expect(rows.map(({ named, detail }) => [named, detail])).toEqual([
      [true, 'Please.'],
      [true, null],
    ]);
    system.setNow(new Date('2026-06-03T23:59:00Z'));
    await runClock(system.payload);
    expect(await since(uid!, 2)).toEqual([]);
    system.setNow(new Date('2026-06-04T00:00:00Z'));
    await Promise.all([1, 2].map(() => runClock(system.payload)));
    await runClock(system.payload);
    expect(await since(uid!, 2)).toEqual(['due-tomorrow: Second demo clinician']);
  });

  it('tells whoever stands in for somebody who is away', async () => {
    const away = { absentFrom: '2026-06-01', absentUntil: '2026-06-10', substitute: staff.reviewer.id };
    const is = (data: object) =>
      system.payload.db.updateOne({ collection: 'users', id: staff.secondReviewer.id, data: { ...data } });
    await is(away);
    const { id, uid } = await draftOf('asked-while-away');
    const body = { reviewers: [String(staff.secondReviewer.id)] };
    await assignEntry({ payload: system.payload, collection: 'causes', id, body, user: staff.admin });
    await submit(id);
    expect(await since(uid!, 0)).toEqual(['assigned: Demo clinician', 'submitted: Demo clinician']);
    // Who stands in and asks them is told nothing of that: it is for the person themselves.
    const standIn = await aColleague(system.payload, { name: 'Standing in', role: 'admin', clinician: 'own' });
    await is({ ...away, substitute: standIn.id });
    const other = await draftOf('asked-by-the-stand-in');
    await assignEntry({ payload: system.payload, collection: 'causes', id: other.id, body, user: standIn });
    await is({ absentFrom: null, absentUntil: null, substitute: null });
    expect(await since(other.uid!, 0)).toEqual(['assigned: Second demo clinician']);
    await system.payload.delete({ collection: 'users', id: standIn.id });
  });

  it('writes nothing of a verb that is refused, and nothing twice of one occasion', async () => {
    const { id, uid } = await draftOf('refused-and-not-told');
    const sheet = await submit(id);
    expect(await refusal(take(staff.reviewer, id, 'approve', { revision: 'f'.repeat(64) }))).toBe('stale-revision');
    expect(await told(uid!)).toHaveLength(2);
    const mention = (req: PayloadRequest) =>
      notify(req, {
        kind: 'mentioned',
        entry: { type: 'cause', uid: uid!, title: 'A cause' },
        to: [staff.editor, staff.mailer].map((one) => ({ account: String(one.id), named: true })),
        by: String(staff.editor.id),
        occasion: 'comment-1',
        at: START,
      });
    expect(sheet.state).toBe('in-review');
    expect(await transact(system.payload, mention)).toBe(1);
    expect(await transact(system.payload, mention)).toBe(0);
    expect(await since(uid!, 2)).toEqual(['mentioned: Demo mailer']);
  });

  it('keeps what was read for its time, and removes what an account was told with the account', async () => {
    const { uid } = await approved('kept-for-its-time');
    const all = await rowsOf(uid);
    await system.payload.db.updateOne({ collection: 'notices', id: all[0]!.id, data: { unread: false } });
    system.setNow(new Date(START.getTime() + 91 * DAY));
    await runClock(system.payload);
    expect((await rowsOf(uid)).map(({ id }) => id)).toEqual(all.slice(1).map(({ id }) => id));
    system.setNow(new Date(START.getTime() + 361 * DAY));
    await runClock(system.payload);
    expect((await rowsOf(uid)).filter(({ kind }) => !kind.startsWith('review-due'))).toEqual([]);
  });
});
