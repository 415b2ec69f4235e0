/** `npm start`: refuses an unsafe environment, then serves. Migrations run as the server connects. */
import { access } from 'node:fs/promises';
import { env, EnvError, setProductionMode } from '../env.ts';

/** How long requests under way may take once the process was asked to end. */
const GRACE_MS = 10_000;

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
  const [{ default: next }, { createHttpServer }] = await Promise.all([
    import('next'),
    import('../runtime/http-server.ts'),
  ]);
  const app = next({ dev: false, hostname, port });
  await app.prepare();
  const server = createHttpServer(app.getRequestHandler(), (error) => console.error(error));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
  console.log(`Serving on http://${hostname}:${port}`);

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), GRACE_MS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
