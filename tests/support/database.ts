/**
 * Payload instances for integration tests: real SQLite, real MongoDB. Each call takes a database of its
 * own, so that test files and cases never meet.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getPayload, handleEndpoints, type Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { inject } from 'vitest';
import { createConfig } from '../../create-config.ts';
import type { StaffLimits } from '../../collections/shared/staff-door/limits.ts';
import type { Policy } from '../../editorial/rules/policy.ts';
import { parseEnv, type Env } from '../../env.ts';

export type DatabaseName = 'SQLite' | 'MongoDB';

/** The databases that this run has; the MongoDB half is missing only when no server can be had, and then loudly. */
export const DATABASES: DatabaseName[] = inject('mongodbUrl') ? ['SQLite', 'MongoDB'] : ['SQLite'];

export interface TestSystem {
  payload: Payload;
  env: Env;
  /** moves the clock that the verbs see */
  setNow: (now: Date) => void;
  now: () => Date;
  /** answers a request to `/api/…` as Payload's REST routes do */
  rest: (request: Request) => Promise<Response>;
  /** ends it, and leaves database and files as they are */
  leave: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface TestSystemOptions {
  env?: Record<string, string>;
  now?: Date;
  policy?: Policy;
  /** takes the lines of the log */
  logTo?: { write: (line: string) => void };
  staffLimits?: StaffLimits;
}

export async function startSystem(
  database: DatabaseName,
  { env: extra = {}, now = new Date(), policy, staffLimits, logTo }: TestSystemOptions = {},
): Promise<TestSystem> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'imprimatur-test-'));
  const env = parseEnv({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_URL: database === 'SQLite' ? `file:${path.join(dataDir, 'test.db')}` : mongodbUrl(),
    LOG_LEVEL: logTo ? 'info' : 'silent',
    DEMO: '1',
    ...extra,
  });
  let current = now;
  const key = uuidv7();
  const config = createConfig(env, {
    now: () => current,
    jobsAtOnce: false,
    ...(policy ? { policy } : {}),
    ...(logTo ? { logTo } : {}),
    ...(staffLimits ? { staffLimits } : {}),
  });
  const payload = await getPayload({ config, key });
  const end = async () => {
    await payload.destroy();
    forget(payload);
  };
  return {
    payload,
    env,
    setNow: (next) => {
      current = next;
    },
    now: () => current,
    rest: (request) => handleEndpoints({ config, request, payloadInstanceCacheKey: key }),
    async leave() {
      await end();
      const { client } = payload.db as unknown as { client?: { close: () => void } };
      client?.close();
      if (database === 'SQLite') letGo();
    },
    async stop() {
      if (database === 'MongoDB') await dropMongo(payload);
      await end();
      // A mark of the log may still be on its way to the disk.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

/** The driver keeps a closed file open for each statement of it that is not collected yet. */
function letGo(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}

/** Payload keeps each of its instances for as long as the process lives; test files share one. */
function forget(payload: Payload): void {
  const kept = (globalThis as unknown as { _payload: Map<string, { payload: unknown }> })._payload;
  for (const [key, instance] of kept) if (instance.payload === payload) kept.delete(key);
}

function mongodbUrl(): string {
  const url = new URL(inject('mongodbUrl') ?? '');
  url.pathname = `/t${uuidv7().replaceAll('-', '')}`;
  return url.toString();
}

async function dropMongo(payload: Payload): Promise<void> {
  const { connection } = payload.db as unknown as { connection: { dropDatabase: () => Promise<void> } };
  // A test that kills processes may leave a transaction open that the drop would wait for; the server is thrown away.
  await Promise.race([connection.dropDatabase(), new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
}
