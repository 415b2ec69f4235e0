/** `npm start`: refuses an unsafe environment, then serves. Migrations run as the server connects. */
import { access } from 'node:fs/promises';
import type { Server } from 'node:http';
import { env, EnvError, setProductionMode } from '../env.ts';
import { beforeEnding, endWhenAsked } from '../runtime/ending.ts';

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
  const [{ default: next }, { createHttpServer }, { offeredMemory }] = await Promise.all([
    import('next'),
    import('../runtime/http-server.ts'),
    import('../runtime/memory-seat.ts'),
  ]);
  const app = next({ dev: false, hostname, port });
  await app.prepare();
  const server = createHttpServer({
    handle: app.getRequestHandler(),
    memory: offeredMemory,
    onError: (error) => console.error(error),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
  console.log(`Serving on http://${hostname}:${port}`);
  beforeEnding(() => close(server));
}

/** Takes no new requests and answers the ones under way; a connection ends with its last answer. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, 50);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
