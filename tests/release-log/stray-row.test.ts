import Database from 'libsql';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import type { NewRow } from '../../release-log/signed-form.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { verifyInstallation } from '../../release-log/verify/verify-installation.ts';
import type { Release } from '../../model/release-row.ts';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { aCause, released, withdrawn } from '../support/releases.ts';

describe.each(DATABASES)('a row that was put far behind the end of the log on %s', (database) => {
  let system: TestSystem;
  const uids = [uuidv7(), uuidv7(), uuidv7()];

  beforeEach(async () => {
    system = await startSystem(database);
    for (const [i, uid] of uids.entries()) await append(released(aCause({ uid, slug: `cause-${i + 1}` }), { seq: 1 }));
  });
  afterEach(() => system.stop());

  const append = async (row: NewRow, live: Release | null = null) => {
    const signingKey = await signingKeyOf(system.payload);
    return transact(system.payload, (req) => appendRow(req, row, { live, signingKey }));
  };
  const move = (seq: number, to: unknown) =>
    system.payload.db.updateOne({
      collection: 'releases',
      where: { seq: { equals: seq } },
      data: { seq: to },
    });
  const start = () => createLibrary({ log: createReleaseLog(system.payload), now: () => 0, checkEveryMs: 0 });

  it.each([500, Number.MAX_SAFE_INTEGER])('at %d hides no withdrawal that comes after it', async (to) => {
    await move(2, to);
    const library = start();
    expect((await library.current()).head).toBe(3);
    expect(library.faults()).toEqual(expect.arrayContaining([expect.objectContaining({ seq: to })]));
    expect(library.faults()).toEqual(expect.arrayContaining([expect.objectContaining({ seq: 2 })]));
    const live = await createReleaseLog(system.payload).bySeq(3);
    if (live?.kind !== 'released') return expect.fail('not there');
    await append(withdrawn(live, { seq: 1 }), live);
    expect((await library.current()).withdrawn(uids[2] ?? '')?.seq).toBe(4);
    expect((await start().current()).withdrawn(uids[2] ?? '')?.seq).toBe(4);
    expect((await library.current()).live(uids[0] ?? '')?.seq).toBe(1);
  });

  it('is found by the full check, which does not name each position before it', async () => {
    await move(3, Number.MAX_SAFE_INTEGER);
    const lines: string[] = [];
    await verifyInstallation(system.payload, { dataDir: system.env.dataDir, report: (line) => lines.push(line) });
    expect(lines).toContain('release 3: is missing');
    expect(lines).toContain(`release ${Number.MAX_SAFE_INTEGER}: seq is not what was signed`);
    expect(lines.length).toBeLessThan(1100);
  });

  it('is not where the effects of a channel go on to', async () => {
    await move(2, 1_000_000);
    expect(await createReleaseLog(system.payload).head()).toBe(3);
  });

  it('is still the end when it was changed in its place, whatever the counter says', async () => {
    const first = await createReleaseLog(system.payload).bySeq(1);
    await system.payload.db.updateOne({
      collection: 'releases',
      where: { seq: { equals: 3 } },
      data: { signature: 'e30.e30.e30', title: 'A miracle cure' },
    });
    await system.payload.db.updateOne({
      collection: 'cursors',
      where: { name: { equals: 'release-log' } },
      data: { signature: first?.signature ?? '' },
    });
    const library = start();
    const current = await library.current();
    expect(current.head).toBe(3);
    expect(current.live(uids[2] ?? '')).toBeNull();
    expect(library.faults()).toMatchObject([{ seq: 3 }]);
  });
});

describe.each(["'abc'", '9000000000000000000', "'12 '"])('a position %s in a SQLite file', (position) => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startSystem('SQLite');
    const signingKey = await signingKeyOf(system.payload);
    for (const slug of ['first', 'second', 'third']) {
      const row = released(aCause({ uid: slug, slug }), { seq: 1 });
      await transact(system.payload, (req) => appendRow(req, row, { live: null, signingKey }));
    }
    const file = new Database(system.env.databaseUrl.replace(/^file:/, ''));
    file.exec('PRAGMA busy_timeout = 5000');
    file.exec(`UPDATE releases SET seq = ${position} WHERE seq = 2`);
    file.close();
  });
  afterEach(() => system.stop());

  it('loses that row and no other', async () => {
    const library = createLibrary({ log: createReleaseLog(system.payload), now: () => 0 });
    const current = await library.current();
    expect(current.head).toBe(3);
    expect([current.live('first')?.seq, current.live('third')?.seq]).toEqual([1, 3]);
    expect(library.faults()).toEqual(expect.arrayContaining([expect.objectContaining({ seq: 2 })]));
  });
});
