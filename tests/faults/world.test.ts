import { setTimeout as pause } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { chanceOf } from './chance.ts';
import { startWorld, type World } from './world.ts';

/** Longer than a correction takes where there is room. */
const FULL_MS = 1500;

describe('the clinicians of a run of faults', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ database: 'SQLite', workers: 0, chance: chanceOf(1), smallDisk: true });
  });
  afterAll(() => world.stop());

  it('correct on a disk that is full for a while, and each correction is counted once', async ({
    skip,
  }: TestContext) => {
    const { disk } = world;
    if (!disk) return skip('no file system may be mounted here');
    // What there is of the log of writes would be room enough.
    const file = new Database(world.system.env.databaseUrl.replace(/^file:/, ''));
    file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    file.close();
    disk.fill();
    const corrected = world.correct();
    await pause(FULL_MS);
    expect(world.corrections).toEqual([]);
    disk.empty();
    await corrected;
    await world.correct();
    expect(world.corrections.map(({ wording }) => wording)).toEqual([21, 22]);
    expect(world.corrections[1]!.seq).toBe(world.corrections[0]!.seq + 1);
  });
});
