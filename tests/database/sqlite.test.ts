import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../database/transact.ts';
import { startSystem, type TestSystem } from '../support/database.ts';
import { aCauseDraft, releaseEntry, reviewOf } from '../support/entries.ts';
import { createStaff, verb, type Staff } from '../support/people.ts';

const LOCK = `
  const Database = require('libsql');
  const db = new Database(process.argv[1]);
  db.exec('PRAGMA busy_timeout = 5000');
  db.exec('BEGIN IMMEDIATE');
  db.exec("UPDATE cursors SET position = position WHERE 1 = 1");
  console.log('locked');
  setTimeout(() => { db.exec(process.argv[3]); db.close(); }, Number(process.argv[2]));
`;

describe('one SQLite file', () => {
  let system: TestSystem;
  let staff: Staff;
  beforeAll(async () => {
    system = await startSystem('SQLite');
    staff = await createStaff(system.payload);
  });
  afterAll(() => system.stop());

  /** Another process that writes to the file for a while. */
  async function otherWriter(ms: number, end: 'COMMIT' | 'ROLLBACK' = 'COMMIT') {
    const file = system.env.databaseUrl.replace(/^file:/, '');
    const child = spawn(process.execPath, ['-e', LOCK, file, String(ms), end], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    for await (const line of createInterface({ input: child.stdout })) if (line === 'locked') break;
    return { ended };
  }

  it('is written by a verb that waits while another process writes, without blocking the thread', async () => {
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'waits' });
    const { revision } = await reviewOf(system.payload, staff, 'causes', id);
    const { ended } = await otherWriter(1500);
    const started = performance.now();
    let longestStall = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longestStall = Math.max(longestStall, performance.now() - last);
      last = performance.now();
    }, 10);
    const sheet = await verb(system.payload, staff.editor, 'causes', id, 'submit-for-review', {
      revision,
      changeKind: 'new',
      changeNote: 'x',
    });
    clearInterval(watch);
    expect(sheet.state).toBe('in-review');
    expect(performance.now() - started).toBeGreaterThan(1000);
    expect(longestStall).toBeLessThan(1000);
    expect((await ended)[0]).toBe(0);
  });

  it('is read while another process writes', async () => {
    const { id } = await aCauseDraft(system.payload, staff, { slug: 'reads' });
    const { ended } = await otherWriter(1000, 'ROLLBACK');
    expect((await system.payload.findByID({ collection: 'causes', id, draft: true })).slug).toBe('reads');
    expect((await system.payload.find({ collection: 'causes', draft: true })).totalDocs).toBeGreaterThan(0);
    expect((await ended)[0]).toBe(0);
  });

  it('takes a save through Payload’s own API and a verb at the same time, while another process writes', async () => {
    const first = await aCauseDraft(system.payload, staff, { slug: 'both-1' });
    const second = await aCauseDraft(system.payload, staff, { slug: 'both-2' });
    const { ended } = await otherWriter(800);
    const [saved, sheet] = await Promise.all([
      system.payload.update({ collection: 'causes', id: first.id, draft: true, data: { summary: 'Saved.' } }),
      releaseEntry(system.payload, staff, 'causes', second.id),
    ]);
    expect([saved.summary, sheet.state]).toEqual(['Saved.', 'live']);
    await ended;
  });

  it('does not leak a file descriptor over 500 transactions, failed ones included', async () => {
    const openFiles = async () => (existsSync('/proc/self/fd') ? (await readdir('/proc/self/fd')).length : 0);
    await system.payload.db.create({ collection: 'cursors', data: { name: 'fd', position: 0 } });
    const before = await openFiles();
    for (let i = 0; i < 500; i += 1) {
      const run = transact(system.payload, async (req) => {
        await req.payload.db.updateOne({
          collection: 'cursors',
          where: { name: { equals: 'fd' } },
          data: { position: i },
          req,
        });
        if (i % 5 === 0) throw new Error('rolled back');
      });
      await run.catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'rolled back') throw error;
      });
    }
    expect(await openFiles()).toBeLessThanOrEqual(before + 2);
    const { docs } = await system.payload.find({ collection: 'cursors', where: { name: { equals: 'fd' } } });
    expect(docs[0]?.position).toBe(499);
  });

  it('keeps foreign keys, the write-ahead log and full durability on', async () => {
    const client = (
      system.payload.db as unknown as {
        client: { execute: (sql: string) => Promise<{ rows: Record<string, unknown>[] }> };
      }
    ).client;
    expect((await client.execute('PRAGMA journal_mode')).rows[0]).toMatchObject({ journal_mode: 'wal' });
    expect((await client.execute('PRAGMA foreign_keys')).rows[0]).toMatchObject({ foreign_keys: 1 });
    const { rows } = await client.execute('PRAGMA integrity_check');
    expect(rows[0]).toMatchObject({ integrity_check: 'ok' });
  });
});
