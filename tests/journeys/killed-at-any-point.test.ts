import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES, startSystem, type TestSystem } from '../support/database.ts';
import { writeMiniLibrary } from '../support/mini-library.ts';
import { abortingWhenKilled } from '../support/mortal-client.ts';

/** Runs `npm run seed` as a process of its own, and kills it after `killAfter` milliseconds if that is given. */
function seed(
  { system, databaseUrl, folder }: { system: TestSystem; databaseUrl: string; folder: string },
  killAfter: number | null,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--import', './scripts/register.mjs', 'scripts/seed.ts', folder], {
    env: {
      PATH: process.env.PATH,
      DEMO: '1',
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      DATA_DIR: system.env.dataDir,
      DATABASE_URL: databaseUrl,
    },
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  if (killAfter !== null) {
    // Counted from the first sign of work, so that a slow start does not waste the kill.
    void sawWork(system).then(() => setTimeout(() => child.kill('SIGKILL'), killAfter));
  }
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, output })));
}

async function sawWork({ payload }: TestSystem): Promise<void> {
  for (;;) {
    const { totalDocs } = await payload.count({ collection: 'users' });
    if (totalDocs > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe.each(DATABASES)('a seed that is killed again and again, on %s', (database) => {
  let system: TestSystem;
  let folder: string;
  let entries: number;
  let databaseUrl: string;
  let stopProxy: (() => void) | undefined;
  const releases = async () =>
    (await system.payload.find({ collection: 'releases', sort: 'seq', limit: 0, depth: 0 })).docs;

  beforeEach(async () => {
    system = await startSystem(database);
    databaseUrl = system.env.databaseUrl;
    if (database === 'MongoDB') ({ url: databaseUrl, stop: stopProxy } = await abortingWhenKilled(databaseUrl));
    folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-library-'));
    entries = await writeMiniLibrary(folder, 3);
  });
  afterEach(async () => {
    stopProxy?.();
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('leaves no gap in the log and nothing half-written, whenever it is killed', { timeout: 120_000 }, async () => {
    for (const killAfter of [100, 700, 1500]) {
      await seed({ system, databaseUrl, folder }, killAfter);
      const rows = await releases();
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
      const { docs: released } = await system.payload.find({
        collection: 'reviews',
        where: { event: { equals: 'released' } },
        limit: 0,
      });
      expect(released.map(({ seq }) => seq).sort()).toEqual(rows.map(({ seq }) => seq).sort());
    }
  });

  it('loses nothing and does nothing twice when it is run to its end', { timeout: 120_000 }, async () => {
    await seed({ system, databaseUrl, folder }, 700);
    const { code, output } = await seed({ system, databaseUrl, folder }, null);
    expect(output).toMatch(/Loaded \d+ of 7 entries|loaded already/);
    expect(code).toBe(0);
    const rows = await releases();
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: entries }, (_, i) => i + 1));
    expect(new Set(rows.map(({ uid }) => uid)).size).toBe(entries);
    expect(rows.every(({ live }) => live)).toBe(true);
    const { totalDocs } = await system.payload.count({ collection: 'sources' });
    expect(totalDocs).toBe(1);
  });
});
