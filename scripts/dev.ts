/** `npm run dev`: the development server, as a demonstration unless the environment says otherwise. */
import { spawn } from 'node:child_process';
import { childEnvironment, EnvError, parseEnv } from '../env.ts';

const environment = childEnvironment({ NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' });
environment.DEMO ??= '1';

try {
  const { host, port } = parseEnv(environment);
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'dev', '-H', host, '-p', String(port)], {
    stdio: 'inherit',
    env: environment as NodeJS.ProcessEnv,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code ?? 0));
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
