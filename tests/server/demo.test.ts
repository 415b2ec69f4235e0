import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMiniLibrary } from '../support/mini-library.ts';
import { processesLeft, processesWith, startCommand, type Command } from '../support/processes.ts';
import { freePort } from '../support/free-port.ts';

const DEMO = [process.execPath, '--import', 'tsx', 'scripts/demo.ts'];
const NPM = ['npm', 'run', 'demo', '--'];

/** In each case the signal reaches one process alone: the demo, or npm before it. */
describe('the demo', { timeout: 180_000 }, () => {
  let dataDir: string;
  let port: number;
  let entries: number;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'imprimatur-demo-'));
    entries = await writeMiniLibrary(path.join(dataDir, 'library'), 2);
    port = await freePort();
  });
  afterEach(async () => {
    for (const id of await processesWith(dataDir)) process.kill(id, 'SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = ([file = '', ...args] = DEMO): Command =>
    startCommand(file, [...args, path.join(dataDir, 'library')], {
      HOME: dataDir,
      DATA_DIR: path.join(dataDir, 'data'),
      PORT: String(port),
      SITE_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'error',
    });

  async function expectNothingLeft(): Promise<void> {
    expect(await processesLeft(dataDir)).toEqual([]);
    await expect(listenOnce(port)).resolves.toBeUndefined();
  }

  it.each([
    ['loads the library', 'Loading the libraries', 'SIGTERM', [143]],
    ['loads the library', 'Loading the libraries', 'SIGINT', [130]],
    ['starts the server', 'Loaded', 'SIGTERM', [0, 143]],
    ['serves', 'Imprimatur is running', 'SIGINT', [0]],
  ] as const)('that %s ("%s") ends on %s with code %j and leaves nothing running', async (_, words, signal, codes) => {
    const demo = start();
    await demo.says(words);
    demo.process.kill(signal);
    expect(codes).toContain(await demo.exited);
    await expectNothingLeft();
  });

  it('ends with npm when npm alone is asked to, although a browser keeps its connection', async () => {
    const demo = start(NPM);
    await demo.says('Imprimatur is running');
    const kept = await fetch(`http://localhost:${port}/feed.json`);
    await kept.text();
    demo.process.kill('SIGTERM');
    await demo.exited;
    await expectNothingLeft();
  });

  it('goes on where an interrupted start stopped, on a database that nothing holds', async () => {
    const interrupted = start();
    await interrupted.says('Loading the libraries');
    const file = path.join(dataDir, 'data', 'imprimatur.db');
    await untilTables(file);
    interrupted.process.kill('SIGTERM');
    await interrupted.exited;
    expect(() => write(file)).not.toThrow();

    const again = start();
    await again.says('Imprimatur is running');
    const { items } = (await (await fetch(`http://localhost:${port}/feed.json`)).json()) as { items: unknown[] };
    expect(items.length).toBe(entries);
    again.process.kill('SIGTERM');
    expect(await again.exited).toBe(0);
    expect(() => write(file)).not.toThrow();
    await expectNothingLeft();
  });
});

function listenOnce(port: number): Promise<void> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

/** Waits until the migrations have run, which is when the seed begins to write. */
async function untilTables(file: string): Promise<void> {
  for (;;) {
    try {
      const database = new Database(file, { readonly: true });
      const { n } = database.prepare('SELECT count(*) AS n FROM sources').get() as { n: number };
      database.close();
      if (n > 0) return;
    } catch {
      // not there yet
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Takes the write lock without waiting for it. */
function write(file: string): void {
  const database = new Database(file);
  database.exec('BEGIN IMMEDIATE; ROLLBACK');
  database.close();
}
