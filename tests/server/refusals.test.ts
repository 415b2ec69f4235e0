import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeServingLock } from '../../database/serving-lock.ts';
import { SERVER_ARGUMENTS } from '../../scripts/server-arguments.ts';
import { freePort } from '../support/free-port.ts';
import { run } from '../support/server.ts';

describe('a process that cannot run safely', () => {
  let dataDir: string;
  const base = () => ({ PATH: process.env.PATH ?? '', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'imprimatur-refusal-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it.each([
    ['npm start', SERVER_ARGUMENTS],
    ['npm run worker', ['scripts/worker.ts']],
  ])('%s refuses to start and names every problem', async (_, command) => {
    const { code, output } = await run(command, {
      ...base(),
      NODE_ENV: 'production',
      PAYLOAD_SECRET: 'short',
      PAYLOAD_DROP_DATABASE: 'true',
    });
    expect(code).toBe(1);
    for (const name of ['PAYLOAD_SECRET', 'PAYLOAD_DROP_DATABASE', 'SITE_URL', 'MAIL_FROM', 'POSTAL_ADDRESS']) {
      expect(output).toContain(name);
    }
    expect(output).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('says that the database cannot be reached and ends after bounded tries', { timeout: 120_000 }, async () => {
    const { code, output } = await run(['scripts/worker.ts'], {
      ...base(),
      DEMO: '1',
      DATABASE_URL: `mongodb://127.0.0.1:${await freePort()}/nothing?replicaSet=rs0&serverSelectionTimeoutMS=500`,
    });
    expect(code).toBe(1);
    expect(output).toContain('The database cannot be reached');
    expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  it('says that its port is in use, and nothing else', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, output } = await run(SERVER_ARGUMENTS, {
      ...base(),
      DEMO: '1',
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: `http://localhost:${port}`,
    });
    taken.close();
    expect(code).toBe(1);
    expect(output).toContain(`PORT: listen EADDRINUSE`);
    expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  it('says that another process serves from its SQLite file, or that the file is damaged, and ends at once', async () => {
    const serve = (file: string) =>
      run(SERVER_ARGUMENTS, { ...base(), DEMO: '1', NODE_ENV: 'production', DATABASE_URL: `file:${file}` });
    const served = path.join(dataDir, 'served.db');
    expect(takeServingLock(`file:${served}`)).toBe(true);
    const second = await serve(served);
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining('another process is serving from') });
    const damaged = path.join(dataDir, 'damaged.db');
    await writeFile(damaged, 'This is no database, and it is long enough to look like one. '.repeat(100));
    const third = await serve(damaged);
    expect(third).toMatchObject({ code: 1, output: expect.stringContaining('the file is damaged') });
    for (const { output } of [second, third]) expect(output).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  it('does not seed without DEMO=1', async () => {
    const { code, output } = await run(['scripts/seed.ts'], base());
    expect(code).toBe(1);
    expect(output).toContain('DEMO');
  });
});
