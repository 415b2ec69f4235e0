import type { Client } from '@libsql/client';
import Database from 'libsql';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDiskReserve } from '../../database/disk-reserve.ts';
import { createDiskRoom, diskRoomOf } from '../../database/disk-room.ts';
import { openSqlite } from '../../database/open-sqlite.ts';
import { runClock } from '../../editorial/run-clock.ts';
import { createChannels } from '../../runtime/channels.ts';
import { keepReserve } from '../../runtime/keep-reserve.ts';
import { readiness } from '../../runtime/readiness.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { apiOf, login } from '../support/rest.ts';
import { smallDisk } from '../support/small-disk.ts';

const DAY = 24 * 60 * 60 * 1000;
const disk = smallDisk(160);
afterAll(() => disk?.remove());

describe.skipIf(disk === null)('on a disk without room', () => {
  const folder = disk?.folder ?? '';
  const { system, staff, live, take, draftOf } = newsroomOn('SQLite', {
    env: { DATA_DIR: folder, DATABASE_URL: `file:${folder}/test.db`, DISK_RESERVE_MB: '8', WORKER: 'off' },
  });
  const { rest, tokenOf } = apiOf(system);
  let channels: ReturnType<typeof createChannels>;
  let keeper: NonNullable<ReturnType<typeof keepReserve>>;
  let token: string;
  let draft: string | number;
  const entries: Record<string, { id: string | number; revision: string }> = {};

  beforeAll(async () => {
    for (const slug of ['by-hand', 'planned', 'stays']) entries[slug] = await live(slug);
    await live('overdue', { reviewDue: new Date(Date.now() + 30 * DAY).toISOString() });
    draft = (await draftOf('a-draft')).id;
    token = await tokenOf('editor');
    const { payload, env, now } = system;
    channels = createChannels({ payload, env, now });
    keeper = keepReserve(payload, 50) ?? expect.fail('there is no reserve');
    await keeper.first;
    const at = new Date(now().getTime() + 60_000).toISOString();
    const { id, revision } = entries.planned!;
    await take(staff.editor, id, 'schedule', { revision, at, verb: 'withdraw', reason: 'legal' });
  });
  afterAll(() => keeper.stop());

  const ready = () => readiness({ payload: system.payload, env: system.env, channels });
  const save = (summary: string) => rest('PATCH', `/api/causes/${draft}?draft=true`, { token, body: { summary } });
  const page = async (slug: string) =>
    (await channels.respond(new Request(`${system.env.siteUrl}/causes/${slug}`))).status;

  it('has kept room that is really taken, and says in time that the rest runs out', async () => {
    const { size, blocks, mode } = statSync(path.join(folder, 'disk-reserve'));
    expect([size, blocks * 512 >= size, mode & 0o777]).toEqual([8 * 1024 * 1024, true, 0o600]);
    expect(await ready()).toMatchObject({ status: 200, body: { status: 'ready', checks: { log: 'ok', disk: 'ok' } } });
    disk?.fill();
    const red = await ready();
    expect(red).toMatchObject({ status: 503, body: { status: 'disk', checks: { log: 'ok' } } });
    expect(red.body.checks.disk).toMatch(/0 MB free, less than 64/);
  });

  it('withdraws, by hand, as planned and after the grace period, and takes nothing else', async () => {
    const room = diskRoomOf(system.payload);
    // Until the write-ahead log must grow; nobody but a withdrawal gets at the reserve.
    let answer = await save('Old words.');
    for (let i = 0; answer.status === 200 && i < 500; i += 1) answer = await save(`Other words. ${i}`.repeat(50));
    expect([answer.status, answer.json]).toMatchObject([507, { code: 'disk-full' }]);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(room?.reserve.isKept()).toBe(true);

    const { id, revision } = entries['by-hand']!;
    const withdrawn = await rest('POST', `/api/causes/${id}/withdraw`, { token, body: { revision, reason: 'unsafe' } });
    expect([withdrawn.status, withdrawn.json]).toMatchObject([200, { state: 'withdrawn' }]);
    expect(room?.reserve.isKept()).toBe(false);
    expect((await save('Old words.')).json).toMatchObject({ code: 'disk-full' });
    expect((await ready()).body.checks.disk).toMatch(/only withdrawals are written/);
    await login(rest, 'admin@example.com');

    system.setNow(new Date(system.now().getTime() + 120_000));
    expect(await runClock(system.payload)).toMatchObject({ withdrawn: 1 });
    await expect.poll(() => Promise.all(['by-hand', 'planned'].map(page))).toEqual([410, 410]);
    system.setNow(new Date(system.now().getTime() + 200 * DAY));
    expect(await runClock(system.payload)).toMatchObject({ withdrawn: 1 });
    await expect.poll(() => page('overdue')).toBe(410);
    expect(await page('stays')).toBe(200);
  });

  it('takes everything again when there is room, and keeps some of it back', async () => {
    disk?.makeRoom();
    await expect.poll(() => diskRoomOf(system.payload)?.reserve.isKept(), { timeout: 10_000 }).toBe(true);
    expect((await save('Other words.')).status).toBe(200);
    expect((await ready()).status).toBe(200);
  });
});

it.skipIf(disk === null)('a start on a full disk opens the database with the room of the reserve', async () => {
  const other = smallDisk(8) ?? expect.fail('it could be mounted a moment ago');
  onTestFinished(other.remove);
  const room = createDiskRoom(createDiskReserve(other.folder, 1024 * 1024));
  const file = path.join(other.folder, 'test.db');
  const first = new Database(file);
  first.exec('PRAGMA journal_mode = WAL');
  first.exec('CREATE TABLE kept (word)');
  first.close();
  expect(await room.reserve.keep()).toBe(true);
  other.fill();
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const again = openSqlite(file, room);
  onTestFinished(() => {
    again.close();
  });
  expect((await again.execute('SELECT count(*) AS count FROM kept')).rows[0]).toMatchObject({ count: 0 });
  expect(room.reserve.isKept()).toBe(false);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('the reserve is given up'));
  said.mockRestore();
});

it.skipIf(disk === null)(
  'a reserve is made where there is room for twice as much, and a short one is none',
  async () => {
    const megabyte = 1024 * 1024;
    const other = smallDisk(8) ?? expect.fail('it could be mounted a moment ago');
    onTestFinished(other.remove);
    const file = path.join(other.folder, 'disk-reserve');
    expect(await createDiskReserve(other.folder, 5 * megabyte).keep()).toBe(false);
    expect(readdirSync(other.folder)).toEqual([]);
    writeFileSync(file, Buffer.alloc(megabyte, 1));
    const reserve = createDiskReserve(other.folder, 2 * megabyte);
    expect(reserve.isKept()).toBe(false);
    expect([await reserve.keep(), statSync(file).size]).toEqual([true, 2 * megabyte]);
  },
);

/** Where nothing can be mounted: SQLite says the same of a file that may not grow. */
describe('in a database that may not grow', () => {
  const { system, live, draftOf } = newsroomOn('SQLite', { env: { DISK_RESERVE_MB: '1' } });
  const { rest, tokenOf } = apiOf(system);

  it('refuses what is saved, and withdraws and logs people in with the room of the reserve', async () => {
    const { id, revision } = await live('in-a-full-database');
    const draft = (await draftOf('fills-it')).id;
    const token = await tokenOf('editor');
    const { client } = system.payload.db as unknown as { client: Client };
    const { reserve } = diskRoomOf(system.payload)!;
    // In line at once, as the reserve is given up at once: what asks again comes behind it.
    const pages = (most: number) => client.executeMultiple(`PRAGMA max_page_count = ${most}`);
    expect(await reserve.keep()).toBe(true);
    // A withdrawal that is refused for another reason uses up nothing.
    const stale = { token, body: { revision: 'x', reason: 'unsafe' } };
    expect((await rest('POST', `/api/causes/${id}/withdraw`, stale)).json).toMatchObject({ code: 'stale-revision' });
    expect(reserve.isKept()).toBe(true);
    await pages(1);
    const released = vi.spyOn(reserve, 'release').mockImplementation(() => {
      void pages(1_000_000);
      return true;
    });
    const save = () =>
      rest('PATCH', `/api/causes/${draft}?draft=true`, { token, body: { summary: 'Old words. '.repeat(900) } });
    let answer = await save();
    for (let i = 0; answer.status === 200 && i < 100; i += 1) answer = await save();
    expect([answer.status, answer.json]).toMatchObject([507, { code: 'disk-full' }]);
    expect(released).not.toHaveBeenCalled();
    const body = { revision, reason: 'unsafe', note: 'Old words. '.repeat(80) };
    const withdrawn = await rest('POST', `/api/causes/${id}/withdraw`, { token, body });
    expect([withdrawn.status, withdrawn.json]).toMatchObject([200, { state: 'withdrawn' }]);
    expect(released).toHaveBeenCalledOnce();

    await pages(1);
    for (let i = 0; released.mock.calls.length < 2 && i < 50; i += 1) await login(rest, 'admin@example.com');
    expect(released).toHaveBeenCalledTimes(2);
  });
});
