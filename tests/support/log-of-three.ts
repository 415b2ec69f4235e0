/** What the tests of a tampered log begin with: a log of three causes, ways to spoil it, and a library that follows it. */
import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect } from 'vitest';
import { transact } from '../../database/transact.ts';
import type { Release } from '../../model/release-row.ts';
import { appendRow } from '../../release-log/append-row.ts';
import type { NewRow } from '../../release-log/signed-form.ts';
import type { Stored } from '../../release-log/columns.ts';
import { headMarkFile } from '../../release-log/head-mark.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { startSystem, type DatabaseName, type TestSystem } from './database.ts';
import { aCause, released } from './releases.ts';

/** A system of its own for each test. What is returned may be taken apart at once, and is filled when the tests run. */
export function logOfThreeOn(database: DatabaseName) {
  const system = {} as TestSystem;
  /** of the causes that stand at positions 1, 2 and 3 */
  const uids: [string, string, string] = ['', '', ''];

  beforeEach(async () => {
    Object.assign(system, await startSystem(database));
    Object.assign(uids, [uuidv7(), uuidv7(), uuidv7()]);
    for (const [i, uid] of uids.entries()) await append(released(aCause({ uid, slug: `cause-${i + 1}` }), { seq: 1 }));
  });
  afterEach(() => system.stop());

  const append = async (row: NewRow, live: Release | null = null): Promise<number> => {
    const signingKey = await signingKeyOf(system.payload);
    return transact(system.payload, (req) => appendRow(req, row, { live, signingKey }));
  };
  const startLibrary = () => {
    const told: string[] = [];
    const watch = createLibrary({
      log: createReleaseLog(system.payload),
      now: () => 0,
      checkEveryMs: 0,
      mark: headMarkFile(system.env.dataDir),
      onFault: ({ seq, what }) => told.push(`${seq}: ${what}`),
    });
    return { ...watch, told };
  };

  return {
    system,
    uids,
    append,
    startLibrary,
    /** the cause at position 1, as a library serves it */
    readFirst: async (library = startLibrary()) => (await library.current()).released(uids[0]),
    tamper: (seq: number, data: Record<string, unknown>) =>
      system.payload.db.updateOne({ collection: 'releases', where: { seq: { equals: seq } }, data }),
    drop: (seq: number) => system.payload.db.deleteOne({ collection: 'releases', where: { seq: { equals: seq } } }),
    stored: (seq: number): Promise<Stored> => storedRow(system.payload, seq),
  };
}

async function storedRow(payload: Payload, seq: number): Promise<Stored> {
  const row = await payload.db.findOne<Stored>({ collection: 'releases', where: { seq: { equals: seq } } });
  return row ?? expect.fail(`no row ${seq}`);
}
