/** `npm start`: refuses an unsafe environment, then serves. Migrations run as the server connects. */
import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { childEnvironment, env, EnvError } from '../env.ts';

try {
  const { host, port } = env();
  await access('.next/BUILD_ID').catch(() => {
    throw new EnvError(['there is no build: run `npm run build` first']);
  });
  serve(host, port);
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function serve(host: string, port: number): void {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(port)], {
    stdio: 'inherit',
    env: childEnvironment({ NODE_ENV: 'production' }) as NodeJS.ProcessEnv,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 0 : 1);
  });
}
