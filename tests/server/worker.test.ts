import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { mongodbUrl } from '../support/server.ts';

describe.each(DATABASES)('a worker of its own on %s', (database) => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'imprimatur-worker-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('ends by itself, and well, when it is asked to', async () => {
    const worker = spawn(process.execPath, ['--import', './scripts/register.mjs', 'scripts/worker.ts'], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DEMO: '1',
        LOG_LEVEL: 'error',
        DATA_DIR: dataDir,
        ...(database === 'MongoDB' ? { DATABASE_URL: mongodbUrl() } : {}),
      },
    });
    const exited = new Promise<number | string | null>((resolve) =>
      worker.on('exit', (code, signal) => resolve(code ?? signal)),
    );
    const running = new Promise<void>((resolve) => {
      worker.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('The worker is running') && resolve());
    });
    await Promise.race([running, exited]);
    worker.kill('SIGTERM');
    const deadline = setTimeout(() => worker.kill('SIGKILL'), 8_000);
    expect(await exited).toBe(0);
    clearTimeout(deadline);
  });
});
