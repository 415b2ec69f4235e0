import type { Payload } from 'payload';
import { describe, expect, it } from 'vitest';
import { runClock } from '../../editorial/run-clock.ts';
import { failuresIn } from '../../runtime/tell-once.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn, type Cause } from '../support/newsroom.ts';
import { removePast, writePast, writeSectionsPast, writeVersionsPast } from '../support/written-past.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = new Date('2026-06-01T09:00:00.000Z');

type Break = (payload: Payload, entry: Cause) => Promise<unknown>;

describe.each(DATABASES)('the clock and what somebody wrote into %s', (database) => {
  const { system, staff, take, review, approved, live } = newsroomOn(database, { now: START });
  const draft =
    (data: Record<string, unknown>): Break =>
    (payload, { id }) =>
      writeVersionsPast(payload, 'causes', id, data);
  const section =
    (kind: string, body: unknown): Break =>
    (payload, { id }) =>
      writeSectionsPast(payload, id, { kind, body });
  const row =
    (collection: string, by: string, data: Record<string, unknown>): Break =>
    (payload, { uid }) =>
      writePast(payload, { collection, where: [by, uid] }, data);
  /** JSON that is none: on MongoDB a text where an object should be. */
  const junk = database === 'SQLite' ? '{junk' : 'junk';

  const BREAKS: Record<string, Break> = {
    'an empty title': draft({ title: '' }),
    'no title and no address': draft({ title: null, slug: null }),
    'an address of 100,000 letters': draft({ slug: 'x'.repeat(100_000) }),
    'no permanent id': draft({ uid: null }),
    'the permanent id of nobody': draft({ uid: 'nobody' }),
    'a choice that is none': draft({ onset: 'sometimes' }),
    'a review date that is none': draft({ reviewDue: 'soon' }),
    'a time of saving that is none': draft({ updatedAt: 'just now' }),
    'a section of no kind': section('no-such-kind', null),
    'rich text that is no JSON': section('what-it-is', junk),
    'rich text of another shape': section('what-it-is', { root: { children: [null, 5, { type: { x: 1 } }] } }),
    'no document': (payload, { id }) => removePast(payload, { collection: 'causes', where: ['id', id] }),
    'a history with a time that is none': row('reviews', 'entry', { at: 'once' }),
    'a history with nobody in it': row('reviews', 'entry', { clinician: junk }),
    'a log row whose text is no JSON': row('releases', 'uid', { snapshot: junk }),
    'a log row whose text is empty': row('releases', 'uid', { snapshot: database === 'SQLite' ? '{}' : {} }),
    'a log row of a shape to come': row('releases', 'uid', { snapshotSchema: 99 }),
    'a log row whose time is none': row('releases', 'uid', { releasedAt: 'once' }),
    'a log row whose approvals are junk': row('releases', 'uid', { approvals: junk }),
    'a log row of no kind': row('releases', 'uid', { kind: 'thing' }),
  };
  const lastKind = async ({ uid }: Cause) => {
    const where = { uid: { equals: uid } };
    const { docs } = await system.payload.db.find<{ id: string; kind: string }>({
      collection: 'releases',
      where,
      sort: '-seq',
      limit: 1,
    });
    return docs[0]?.kind;
  };
  const nameOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

  it('withdraws what is due, as planned and as overdue, however broken it is, and what stands behind it', async () => {
    system.setNow(START);
    const at = new Date(START.getTime() + HOUR).toISOString();
    const planned = async (slug: string) => {
      const entry = await live(slug);
      await take(staff.editor, entry.id, 'schedule', {
        revision: entry.revision,
        at,
        verb: 'withdraw',
        reason: 'legal',
      });
      return entry;
    };
    const overdue = (slug: string) => live(slug, { reviewDue: '2026-06-02T00:00:00.000Z' });
    const due: [string, Cause][] = [];
    for (const [name, break_] of Object.entries(BREAKS)) {
      for (const [way, make] of Object.entries({ planned, overdue })) {
        const entry = await make(`${way}-${nameOf(name)}`);
        await break_(system.payload, entry);
        due.push([`${way}: ${name}`, entry]);
      }
    }
    due.push(['planned: fine', await planned('planned-fine')], ['overdue: fine', await overdue('overdue-fine')]);
    system.setNow(new Date(START.getTime() + 120 * DAY));
    expect(await runClock(system.payload)).toMatchObject({ withdrawn: due.length });
    const kinds = await Promise.all(due.map(async ([name, entry]) => [name, await lastKind(entry)] as const));
    expect(kinds.filter(([, kind]) => kind !== 'withdrawn')).toEqual([]);
    expect(await runClock(system.payload)).toEqual({ released: 0, withdrawn: 0, lapsed: 0 });
  }, 120_000);

  it('withdraws an overdue entry whose status row has fallen behind the log', async () => {
    system.setNow(START);
    const entry = await live('behind', { reviewDue: '2026-06-02T00:00:00.000Z' });
    await writePast(
      system.payload,
      { collection: 'entry-status', where: ['uid', entry.uid] },
      { liveRevision: 'another' },
    );
    system.setNow(new Date(START.getTime() + 120 * DAY));
    await runClock(system.payload);
    expect(await runClock(system.payload)).toMatchObject({ withdrawn: 1 });
    expect(await lastKind(entry)).toBe('withdrawn');
  });

  it('lets the planned release of a text that no longer holds lapse, and names whose cannot even do that', async () => {
    system.setNow(START);
    const at = new Date(START.getTime() + HOUR).toISOString();
    const scheduled = async (slug: string, break_: Break) => {
      const entry = await approved(slug);
      await take(staff.editor, entry.id, 'schedule', { revision: entry.revision, at });
      await break_(system.payload, entry);
      return entry;
    };
    const untitled = await scheduled('untitled', draft({ title: '' }));
    const nobodys = await scheduled('nobodys', BREAKS['a history with nobody in it'] ?? draft({}));
    const gone = await scheduled('gone', BREAKS['no document'] ?? draft({}));
    const unknown = await scheduled('unknown', row('entry-status', 'uid', { type: 'thing' }));
    system.setNow(new Date(START.getTime() + 2 * HOUR));
    const failures = failuresIn(await runClock(system.payload).catch((error: unknown) => error));
    expect(failures.map(({ message }) => message).sort()).toEqual(
      [
        `cause ${gone.uid}: There is no entry ${gone.uid} in causes.`,
        `thing ${unknown.uid}: this is no type of entry`,
      ].sort(),
    );
    for (const { id } of [untitled, nobodys]) {
      const lately = (await review(id)).events.slice(0, 2).map(({ event }) => event);
      expect(lately).toContain('schedule-lapsed');
    }
  });
});
