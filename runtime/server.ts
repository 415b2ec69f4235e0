/**
 * What `npm start` runs, as `npm run build` translated it: refuses an unsafe environment, then serves. Migrations run
 * as the server connects.
 */
import { rmSync } from 'node:fs';
import { access, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { env, EnvError, setProductionMode } from '../env.ts';
import { beforeEnding, endWhenAsked } from './ending.ts';
import type { Readers } from './readers/start.ts';

/** How long requests under way may take once the process was asked to end. */
const REQUESTS_MS = 10_000;
/** How long everything may take then: mail that is on the wire has its own limit (`worker-loop.ts`). */
const GRACE_MS = 28_000;

endWhenAsked({ graceMs: GRACE_MS });
try {
  setProductionMode();
  const { host, port, siteUrl } = env();
  await access('.next/BUILD_ID').catch(() => {
    throw new EnvError(['there is no build: run `npm run build` first']);
  });
  await serve(host, port, siteUrl.startsWith('https:'));
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}

async function serve(hostname: string, port: number, https: boolean): Promise<void> {
  const [{ default: next }, { createHttpServer }, { endServer, limitNobody }, { offeredMemory }, { startReaders }] =
    await Promise.all([
      import('next'),
      import('./http-server.ts'),
      import('./http-limits.ts'),
      import('./memory-seat.ts'),
      import('./readers/start.ts'),
    ]);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imprimatur-'));
  // However the process ends: also when its time to end is up, and when the thread was lost.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const socketPath = path.join(folder, 'next.sock');
  const app = next({ dev: false, hostname, port });
  let readers: Readers | null = null;
  const server = createHttpServer({
    handle: app.getRequestHandler(),
    memory: () => readers?.memory() ?? null,
    onError: (error) => console.error(error),
    https,
  });
  limitNobody(server);
  const listens = new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  // The thread gets ready on another core while Next does; nobody is let in before both are.
  readers = await startReaders({
    ...{ hostname, port, socketPath, memory: offeredMemory },
    whenReady: Promise.all([app.prepare(), listens]),
    onTrouble: (what, error) => console.error(`${what}: ${error}`),
    onLost: (error) => {
      console.error(error);
      process.exit(1);
    },
  }).catch((error: unknown) => {
    // An address that cannot be had is for whoever chose it to mend.
    throw error instanceof Error && error.message.startsWith('listen ')
      ? new EnvError([`PORT: ${error.message}`])
      : error;
  });
  console.log(`Serving on http://${hostname}:${port}`);
  const listening = readers;
  beforeEnding(async () => {
    await Promise.race([listening.end().then(() => endServer(server)), pause(REQUESTS_MS)]);
  });
}
