import Database from 'libsql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { IntegrityError } from '../../release-log/integrity.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { verifyInstallation } from '../../release-log/verify/verify-installation.ts';
import { startSystem, type TestSystem } from '../support/database.ts';
import { aCause, released } from '../support/releases.ts';

describe.each(['snapshot', 'approvals', 'references'])('a SQLite file in which %s of a row is no JSON', (column) => {
  let system: TestSystem;
  const uids = [uuidv7(), uuidv7(), uuidv7()];

  beforeAll(async () => {
    system = await startSystem('SQLite');
    const signingKey = await signingKeyOf(system.payload);
    for (const [i, uid] of uids.entries()) {
      const row = released(aCause({ uid, slug: `cause-${i + 1}` }), { seq: 1 });
      await transact(system.payload, (req) => appendRow(req, row, { live: null, signingKey }));
    }
    const file = new Database(system.env.databaseUrl.replace(/^file:/, ''));
    file.exec('PRAGMA busy_timeout = 5000');
    file.exec(`UPDATE releases SET "${column}" = '{junk' WHERE seq = 2`);
    file.close();
  });
  afterAll(() => system.stop());

  it('keeps that row back as one that does not verify, and serves the others', async () => {
    const library = await createLibrary({ log: createReleaseLog(system.payload), now: () => 0 }).current();
    await expect(library.release(2)).rejects.toThrow(IntegrityError);
    expect((await library.release(1))?.uid).toBe(uids[0]);
    expect((await library.release(3))?.uid).toBe(uids[2]);
  });

  it('gives those who read many rows at once the others', async () => {
    const told: number[] = [];
    const log = createReleaseLog(system.payload, ({ seq }) => told.push(seq));
    expect((await log.after(0, 10)).map(({ seq }) => seq)).toEqual([1, 3]);
    expect(told).toEqual([2]);
  });

  it('leaves it out of a list of the API, which names it', async () => {
    const found = await system.payload.find({ collection: 'releases', sort: 'seq' });
    expect(found.docs.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(found).toMatchObject({ unverified: [2] });
  });

  it('is checked to its end, and the row is named', async () => {
    const lines: string[] = [];
    await verifyInstallation(system.payload, { dataDir: system.env.dataDir, report: (line) => lines.push(line) });
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('release 2: is not a row of the log')]));
    expect(lines.filter((line) => line.startsWith('release 3: ') && line.includes('signed'))).toEqual([]);
  });
});
