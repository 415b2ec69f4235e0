import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createChannels } from '../../runtime/channels.ts';
import { readiness } from '../../runtime/readiness.ts';
import type { System } from '../../runtime/system.ts';
import { DATABASES } from '../support/database.ts';
import { newsroomOn } from '../support/newsroom.ts';
import { writePast } from '../support/written-past.ts';

describe.each(DATABASES)('what /readyz says on %s', (database) => {
  const lines: string[] = [];
  const logTo = { write: (line: string) => void lines.push(line) };
  const { system, live } = newsroomOn(database, { env: { WORKER: 'off' }, logTo });
  let running: System;
  const start = () => {
    const { payload, env, now } = system;
    return createChannels({ payload, env, now });
  };
  const following = (library: () => Promise<never>): System => {
    const { channels } = running;
    return { ...running, channels: { ...channels, context: { ...channels.context, library } } };
  };
  beforeAll(async () => {
    await live('sore-hip');
    running = { payload: system.payload, env: system.env, channels: start() };
  });

  it('is red, and says why, when the log cannot be read', async () => {
    const red = await readiness(following(() => Promise.reject(new Error('no such table'))));
    expect(red).toEqual({ status: 503, body: { status: 'unavailable', checks: { log: 'cannot be read' } } });
    expect(lines.at(-1)).toContain('no such table');
  });

  it('is red for as long as the log is being followed, and keeps nobody waiting for it', async () => {
    const red = await readiness(following(() => new Promise(() => undefined)));
    expect(red).toEqual({ status: 503, body: { status: 'starting', checks: { log: 'being followed' } } });
  });

  it.each([
    ['fail', () => Promise.reject(new Error('gone'))],
    ['hang', () => new Promise<never>(() => undefined)],
  ])('is no more than a warning when the heartbeats of workers %s', async (_, answer) => {
    const find = system.payload.db.find.bind(system.payload.db);
    const asked = vi.spyOn(system.payload.db, 'find');
    asked.mockImplementation((args) => (args.collection === 'worker-heartbeats' ? answer() : find(args)));
    onTestFinished(() => asked.mockRestore());
    expect(await readiness(running)).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: { log: 'ok', workers: 'warning: the heartbeats cannot be read' } },
    });
  });

  it('is red when a row does not verify, names it, and never more than twenty', async () => {
    await writePast(system.payload, { collection: 'releases', where: ['seq', 1] }, { title: 'A miracle cure' });
    const channels = start();
    expect(await readiness({ ...running, channels })).toMatchObject({
      status: 503,
      body: { status: 'integrity', head: 1, checks: { log: '1 rows do not verify' }, faults: [{ seq: 1 }] },
    });
    const many = Array.from({ length: 25 }, (_, i) => ({ seq: i + 1, what: 'x' }));
    const red = await readiness({ ...running, channels: { ...channels, faults: () => many } });
    expect([red.status, red.body.checks.log]).toEqual([503, '25 rows do not verify']);
    expect(red.body.faults).toHaveLength(20);
  });
});
