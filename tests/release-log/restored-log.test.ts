import path from 'node:path';
import type { CollectionSlug } from 'payload';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { servicesOf } from '../../editorial/records/services.ts';
import { rowHash, type Release } from '../../model/release-row.ts';
import { headMarkFile, type HeadMark } from '../../release-log/head-mark.ts';
import { acceptRestored } from '../../release-log/verify/accept-restored.ts';
import { verifyInstallation } from '../../release-log/verify/verify-installation.ts';
import { createChannels } from '../../runtime/channels.ts';
import { DATABASES } from '../support/database.ts';
import { logOf } from '../support/editing.ts';
import { newsroomOn, type Cause } from '../support/newsroom.ts';

const RECORDS = ['releases', 'reviews', 'entry-status', 'cursors', 'slug-history', 'audit-events'] as const;
type Row = Record<string, unknown>;

describe.each(DATABASES)('a log that was put back to an older backup on %s', (database) => {
  const { system, staff, take, live, draftOf } = newsroomOn(database);
  const backup = new Map<CollectionSlug, Row[]>();
  let old: Release[];
  let first: Cause;
  let mark: HeadMark;
  let round = 0;
  let dataDir: string;

  beforeAll(async () => {
    first = await live('first');
    await live('second');
    for (const collection of RECORDS) {
      const { docs } = await system.payload.db.find<Row>({ collection, pagination: false, limit: 0 });
      backup.set(collection, docs);
    }
    const third = await live('third');
    await take(staff.editor, third.id, 'withdraw', { revision: third.revision, reason: 'inaccurate' });
    old = await logOf(system.payload);
    const { logId, seq } = old[3] ?? expect.fail('four rows');
    mark = { logId, seq, hash: rowHash(old[3] ?? expect.fail('a row')) };
  }, 60_000);

  /** The database as it was after two rows; the mark as it was after four. */
  beforeEach(async () => {
    for (const [collection, rows] of backup) {
      await system.payload.db.deleteMany({ collection, where: {} });
      for (const { id: _, ...data } of rows)
        await system.payload.db.create({ collection, data: structuredClone(data) });
    }
    // A folder of its own: a library of the test before may still be looking.
    dataDir = path.join(system.env.dataDir, `round-${(round += 1)}`);
    servicesOf(system.payload).headMark = headMarkFile(dataDir);
    delete (system.payload.config.custom as { library?: unknown }).library;
    await markFile().write(mark);
  });

  const markFile = () => headMarkFile(dataDir);
  const anotherLive = () => live(`after-${(round += 1)}`);
  const verify = async (): Promise<string[]> => {
    const found: string[] = [];
    await verifyInstallation(system.payload, { dataDir, report: (line) => found.push(line) });
    return found;
  };
  const accept = async () => {
    const found: string[] = [];
    const options = { dataDir, report: (line: string) => found.push(line) };
    return { ...(await acceptRestored(system.payload, options)), found };
  };
  /** What a process that starts now answers. */
  const started = () => {
    const { payload, env, now } = system;
    const channels = createChannels({ payload, env, now });
    const changes = async (query: string) => {
      const answer = await channels.respond(new Request(`${env.siteUrl}/changes.json?${query}`));
      return { status: answer.status, ...((await answer.json()) as { logId: string; head: number; changes?: Row[] }) };
    };
    const faults = async () => (await channels.context.library(), channels.faults());
    return { changes, faults };
  };
  const idsOf = async () => (await logOf(system.payload)).map(({ logId }) => logId);

  it('is noticed by the mark outside the database, and by a consumer who had read further', async () => {
    const { changes, faults } = started();
    expect(await faults()).toEqual([{ seq: 3, what: 'the log ends before this row; it had reached 4' }]);
    expect(await changes(`since=4&log=${mark.logId}`)).toMatchObject({
      status: 409,
      code: 'unknown-position',
      head: 2,
    });
    expect(await changes(`since=2&log=${mark.logId}`)).toMatchObject({ status: 200, changes: [] });
    expect(await verify()).toEqual(['release 2: the log ends here, but it was seen to go on to 4']);
  });

  it('goes on under another id even when nobody has said anything, so that no position means two things', async () => {
    await anotherLive();
    const { revision, id } = first;
    await take(staff.editor, id, 'withdraw', { revision, reason: 'inaccurate' });
    await anotherLive();
    const ids = await idsOf();
    expect(ids.slice(0, 2)).toEqual([mark.logId, mark.logId]);
    expect(new Set(ids.slice(2)).size).toBe(1);
    expect(ids[2]).not.toBe(mark.logId);
    const { changes, faults } = started();
    for (const since of [2, 3, 4, 5])
      expect(await changes(`since=${since}&log=${mark.logId}`)).toMatchObject({ status: 409, logId: ids[2] });
    const whole = await changes('since=0');
    expect(whole.changes?.map(({ seq, previous }) => [seq, previous])).toEqual(
      (await logOf(system.payload)).map((row, i, rows) => [row.seq, i === 0 ? null : rowHash(rows[i - 1] ?? row)]),
    );
    // Red until somebody says that it is meant.
    expect(await faults()).toMatchObject([{ seq: 4 }]);
    expect(await verify()).toEqual(['release 4: is another row than was seen here']);
    expect(await accept()).toEqual({ outcome: 'mark-moved', next: 6, found: [] });
    expect([await started().faults(), await verify()]).toEqual([[], []]);
    await anotherLive();
    expect((await idsOf()).at(-1)).toBe(ids[2]);
  });

  it('is accepted by an operator: all else verifies, the next row begins another log, the mark stands at its end', async () => {
    expect(await accept()).toEqual({ outcome: 'begun-anew', next: 3, found: [] });
    expect(await markFile().read()).toMatchObject({
      logId: mark.logId,
      seq: 2,
      hash: rowHash(old[1] ?? (mark as never)),
    });
    expect([await started().faults(), await verify()]).toEqual([[], []]);
    expect(await accept()).toEqual({ outcome: 'continues', found: [] });
    await anotherLive();
    await anotherLive();
    const ids = await idsOf();
    expect([ids[1] === mark.logId, ids[2] === mark.logId, ids[2] === ids[3]]).toEqual([true, false, true]);
    expect([await started().faults(), await verify()]).toEqual([[], []]);
    expect(await started().changes(`since=4&log=${mark.logId}`)).toMatchObject({ status: 409, logId: ids[2] });
  });

  it('is accepted again on an instance with a mark of its own, and by one who was interrupted, as the same log', async () => {
    await accept();
    await markFile().write(mark);
    expect(await accept()).toEqual({ outcome: 'mark-moved', next: 3, found: [] });
    await anotherLive();
    const [, , begun] = await idsOf();
    await markFile().write(mark);
    expect(await accept()).toEqual({ outcome: 'mark-moved', next: 4, found: [] });
    await anotherLive();
    expect((await idsOf()).slice(2)).toEqual([begun, begun]);
  });

  it('is not accepted while anything else is wrong with it', async () => {
    const where = { seq: { equals: 1 } };
    await system.payload.db.updateOne({ collection: 'releases', where, data: { title: 'A miracle cure' } });
    expect(await accept()).toEqual({ outcome: 'refused', found: ['release 1: title is not what was signed'] });
    expect(await markFile().read()).toEqual(mark);
  });

  it('is accepted when nothing is left of it, and when the mark cannot be read', async () => {
    for (const collection of RECORDS) await system.payload.db.deleteMany({ collection, where: {} });
    expect(await accept()).toEqual({ outcome: 'mark-moved', next: 1, found: [] });
    expect(await markFile().read()).toBeNull();
    await markFile().write({ ...mark, seq: -1 });
    expect(await markFile().read()).toBe('damaged');
    expect(await accept()).toMatchObject({ outcome: 'mark-moved', next: 1 });
  });

  it('keeps nobody from saving drafts meanwhile', async () => {
    await expect(draftOf(`draft-${(round += 1)}`)).resolves.toMatchObject({ _status: 'draft' });
  });
});
