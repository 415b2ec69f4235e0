/** The production server as a process of its own, for tests through HTTP and the browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { SERVER_ARGUMENTS } from '../../scripts/server-arguments.ts';
import { v7 as uuidv7 } from 'uuid';
import { inject } from 'vitest';
import type { DatabaseName } from './database.ts';
import { freePort } from './free-port.ts';
import { writeMiniLibrary } from './mini-library.ts';

export interface TestServer {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** what the process wrote so far */
  output: () => string;
  stop: () => Promise<void>;
}

export interface TestServerOptions {
  env?: Record<string, string>;
  /** loads a small library first */
  seed?: boolean;
}

export async function startServer(
  database: DatabaseName,
  { env = {}, seed = true }: TestServerOptions = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'imprimatur-server-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const mongodb = database === 'MongoDB' ? mongodbUrl() : null;
  const environment = {
    PATH: process.env.PATH ?? '',
    DEMO: '1',
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    PORT: String(port),
    SITE_URL: url,
    ...(mongodb ? { DATABASE_URL: mongodb } : {}),
    ...env,
  };
  if (seed) {
    const folder = path.join(dataDir, 'library');
    await writeMiniLibrary(folder, 2);
    const { code, output } = await run(['scripts/seed.ts', folder], environment);
    if (code !== 0) throw new Error(`the seed ended with ${code}:\n${output}`);
  }
  const child = start(SERVER_ARGUMENTS, environment);
  await ready(url, child);
  return {
    url,
    dataDir,
    process: child.process,
    output: child.output,
    async stop() {
      child.process.kill('SIGTERM');
      await child.exited;
      if (mongodb) await drop(mongodb);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs a script to its end. */
export async function run(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = start(args, env);
  return { code: await child.exited, output: child.output() };
}

function start(args: string[], env: Record<string, string>) {
  // As the commands of package.json do it: what is built needs no loader.
  const loader = args.some((arg) => arg.endsWith('.ts')) ? ['--import', './scripts/register.mjs'] : [];
  const child = spawn(process.execPath, [...loader, ...args], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { process: child, exited, output: () => output };
}

async function ready(url: string, child: ReturnType<typeof start>): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    if (child.process.exitCode !== null) throw new Error(`the server ended:\n${child.output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready:\n${child.output()}`);
}

export function mongodbUrl(): string {
  const url = new URL(inject('mongodbUrl') ?? '');
  url.pathname = `/s${uuidv7().replaceAll('-', '')}`;
  return url.toString();
}

async function drop(url: string): Promise<void> {
  const client = await MongoClient.connect(url);
  await client.db().dropDatabase();
  await client.close();
}
