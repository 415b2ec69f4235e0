/** `npm start`: refuses an unsafe environment, then serves. Migrations run as the server connects. */
import { rmSync } from 'node:fs';
import { access, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { env, EnvError, setProductionMode } from '../env.ts';
import { beforeEnding, endWhenAsked } from '../runtime/ending.ts';
import type { Readers } from '../runtime/readers/start.ts';

/** How long requests under way may take once the process was asked to end. */
const GRACE_MS = 10_000;

endWhenAsked({ graceMs: GRACE_MS });
try {
  setProductionMode();
  const { host, port } = env();
  await access('.next/BUILD_ID').catch(() => {
    throw new EnvError(['there is no build: run `npm run build` first']);
  });
  await serve(host, port);
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}

async function serve(hostname: string, port: number): Promise<void> {
  const [{ default: next }, { createHttpServer }, { endServer, limitNobody }, { offeredMemory }, { startReaders }] =
    await Promise.all([
      import('next'),
      import('../runtime/http-server.ts'),
      import('../runtime/http-limits.ts'),
      import('../runtime/memory-seat.ts'),
      import('../runtime/readers/start.ts'),
    ]);
  const app = next({ dev: false, hostname, port });
  await app.prepare();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imprimatur-'));
  // However the process ends: also when its time to end is up, and when the thread was lost.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const socketPath = path.join(folder, 'next.sock');
  let readers: Readers | null = null;
  const server = createHttpServer({
    handle: app.getRequestHandler(),
    memory: () => readers?.memory() ?? null,
    onError: (error) => console.error(error),
  });
  limitNobody(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  readers = await startReaders({
    ...{ hostname, port, socketPath, memory: offeredMemory },
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
    await listening.end();
    await endServer(server);
  });
}
