import Database from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { startSystem, type TestSystem } from '../support/database.ts';
import { aCause, released } from '../support/releases.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem('SQLite');
  const signingKey = await signingKeyOf(system.payload);
  const row = released(aCause({ uid: 'spelt', slug: 'spelt' }), { seq: 1 });
  await transact(system.payload, (req) => appendRow(req, row, { live: null, signingKey }));
});
afterAll(() => system.stop());

const startWith = async (sql: string) => {
  const file = new Database(system.env.databaseUrl.replace(/^file:/, ''));
  file.exec('PRAGMA busy_timeout = 5000');
  file.exec(sql);
  file.close();
  const library = createLibrary({ log: createReleaseLog(system.payload), now: () => 0 });
  return { current: await library.current(), faults: library.faults() };
};

it('lists and moments that a tool has spelt in another way say what was signed', async () => {
  const { current, faults } = await startWith(
    `UPDATE releases SET released_at = replace(released_at, 'Z', '+00:00'), approvals = ' ' || approvals`,
  );
  expect(faults).toEqual([]);
  expect((await current.released('spelt'))?.slug).toBe('spelt');
});

it('another moment is not what was signed', async () => {
  const { faults } = await startWith(`UPDATE releases SET released_at = replace(released_at, '+00:00', '+01:00')`);
  expect(faults).toMatchObject([{ seq: 1 }]);
});
