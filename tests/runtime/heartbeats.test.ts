import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createChannels } from '../../runtime/channels.ts';
import { startHeart } from '../../runtime/heart.ts';
import { readHeartbeats, troubleOfWorkers, writeHeartbeat, type Heartbeat } from '../../runtime/heartbeats.ts';
import { exposition } from '../../runtime/metrics/exposition.ts';
import { forgetLoop, lastRounds, noteRound } from '../../runtime/metrics/rounds.ts';
import { readiness } from '../../runtime/readiness.ts';
import type { System } from '../../runtime/system.ts';
import { workerHealth } from '../../runtime/worker-health.ts';
import { startWorkerLoop } from '../../runtime/worker-loop.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';

const MINUTE = 60_000;
const now = Date.now();
const heartbeat = (worker: string, beatMinutesAgo: number, loops: Record<string, number>): Heartbeat => ({
  ...{ worker, host: 'h', startedAt: new Date(now - 60 * MINUTE), beatAt: new Date(now - beatMinutesAgo * MINUTE) },
  loops: Object.entries(loops).map(([loop, minutes]) => [loop, { at: now - minutes * MINUTE, failed: false }]),
});

it.each([
  ['no worker was heard of: nothing', []],
  ['no worker was heard of for 12 minutes', [heartbeat('a', 12, { clock: 12 }), heartbeat('b', 40, { clock: 40 })]],
  ['clock has ended no round for 9 minutes', [heartbeat('a', 0, { clock: 9, mail: 0 })]],
  [null, [heartbeat('a', 0, { clock: 9, mail: 0 }), heartbeat('b', 1, { clock: 1, mail: 8 })]],
  [
    'mail has ended no round for 8 minutes',
    [heartbeat('a', 9, { clock: 9, mail: 1 }), heartbeat('b', 1, { clock: 1, mail: 8 })],
  ],
])('workers are missed in words: %s', (words, heartbeats) => {
  const said = troubleOfWorkers(heartbeats, now);
  if (words === null) expect(said).toBeNull();
  else expect(said).toContain(words);
});

describe.each(DATABASES)('the heartbeats of workers on %s', (database) => {
  const { system } = newsroomOn(database, { env: { WORKER: 'off' } });
  let running: System;
  beforeAll(() => {
    const { payload, env, now: clock } = system;
    running = { payload, env, channels: createChannels({ payload, env, now: clock }) };
  });
  afterEach(() => [...lastRounds().keys()].forEach(forgetLoop));
  const begin = () => {
    const loop = startWorkerLoop(running);
    const heart = startHeart({ payload: running.payload, dataDir: running.env.dataDir, everyMs: 50 });
    const end = async () => {
      await loop.stop();
      await heart.stop();
    };
    return end;
  };
  const inline = (): System => ({ ...running, env: { ...running.env, worker: 'inline' } });

  it('are one row for each, with every loop, until it ends', async () => {
    await writeHeartbeat(running.payload, heartbeat('long gone', 90, { clock: 90 }));
    const end = begin();
    const all = ['clock', 'email channel', 'jobs of the desk', 'lessons', 'mail'];
    await expect
      .poll(async () => (await readHeartbeats(running.payload)).map(({ loops }) => loops.map(([loop]) => loop).sort()))
      .toEqual([all]);
    const [first] = await readHeartbeats(running.payload);
    await expect
      .poll(async () =>
        (await readHeartbeats(running.payload)).map(({ beatAt }) => beatAt.getTime() > first!.beatAt.getTime()),
      )
      .toEqual([true]);
    expect(Math.abs(Date.now() - first!.startedAt.getTime())).toBeLessThan(30_000);
    const { text } = await exposition(running);
    for (const loop of all)
      for (const figure of ['age_seconds', 'failing'])
        expect(text).toMatch(
          new RegExp(`worker_loop_${figure}\\{worker="${first!.host}/[0-9a-f]{8}",loop="${loop}"\\} \\d`),
        );
    expect(text).toContain('imprimatur_workers 1');
    expect((await readiness(running)).body.checks).toMatchObject({ loops: 'ok', workers: 'ok' });
    expect(await workerHealth(running.env.dataDir)).toMatchObject({ healthy: true });
    await end();
    expect(await readHeartbeats(running.payload)).toEqual([]);
    expect(await workerHealth(running.env.dataDir)).toEqual({ healthy: false, words: 'no worker runs here' });
  });

  it('are missed where nobody else does the work, and readers are served all the same', async () => {
    const { status, body } = await readiness(running);
    expect([status, body.status]).toEqual([200, 'ready']);
    expect(body.checks.workers).toMatch(/^warning: no worker was heard of/);
    expect(body.checks).toMatchObject({ log: 'ok', disk: 'ok', loops: 'ok' });
    expect((await exposition(running)).text).toContain('imprimatur_workers 0');
  });

  it('do not hide that a loop of the process itself stands still, or never began: it is named, and red', async () => {
    expect(await readiness(inline())).toMatchObject({ status: 503, body: { checks: { loops: 'none has begun' } } });
    noteRound('clock', false);
    expect((await readiness(inline())).status).toBe(200);
    const before = Date.now;
    onTestFinished(() => void (Date.now = before));
    Date.now = () => before() + 6 * MINUTE;
    noteRound('mail', true);
    const red = await readiness(inline());
    expect(red).toMatchObject({ status: 503, body: { status: 'loops' } });
    expect(red.body.checks.loops).toBe('clock has ended no round for 6 minutes');
  });
});

describe('npm run worker -- --health', () => {
  it('answers by its code for the workers of this machine alone, dead ones taken away', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'imprimatur-health-'));
    onTestFinished(() => rm(dataDir, { recursive: true }));
    const folder = path.join(dataDir, 'workers');
    await mkdir(folder);
    const say = (name: string, pid: number, minutesAgo: number, saidMinutesAgo = 0) => {
      const at = Date.now() - minutesAgo * MINUTE;
      const word = { pid, at: Date.now() - saidMinutesAgo * MINUTE, loops: [['clock', { at, failed: false }]] };
      return writeFile(path.join(folder, name), JSON.stringify(word).padEnd(2048));
    };
    const health = async () => {
      const env = { PATH: process.env.PATH, DATA_DIR: dataDir, DEMO: '1', NODE_ENV: 'production' as const };
      const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/worker.ts', '--health'], { env });
      try {
        return [0, (await run).stdout];
      } catch (error) {
        const { code, stdout } = error as { code: number; stdout: string };
        return [code, stdout];
      }
    };
    await say('another-machine.1.json', process.pid, 0);
    await say(`${os.hostname()}.4194999.json`, 4194999, 0);
    expect(await health()).toEqual([1, 'no worker runs here\n']);
    expect(await readdir(folder)).toEqual(['another-machine.1.json']);
    await say(`${os.hostname()}.${process.pid}.json`, process.pid, 7);
    expect(await health()).toEqual([1, `worker ${process.pid}: clock has ended no round for 7 minutes\n`]);
    // It lives and its last word was good, but that was long ago.
    await say(`${os.hostname()}.${process.pid}.json`, process.pid, 1, 6);
    expect(await health()).toEqual([1, `worker ${process.pid}: it says nothing any more\n`]);
    await say(`${os.hostname()}.${process.pid}.json`, process.pid, 1);
    expect(await health()).toEqual([0, `worker ${process.pid}: well\n`]);
  });
});
