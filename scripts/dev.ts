/** `npm run dev`: the development server, as a demonstration unless the environment says otherwise. */
import { childEnvironment, EnvError, parseEnv } from '../env.ts';
import { createChildren } from './children.ts';

const environment = childEnvironment({ NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' });
environment.DEMO ??= '1';

try {
  const { host, port } = parseEnv(environment);
  const children = createChildren({ env: environment });
  const server = children.start(['node_modules/next/dist/bin/next', 'dev', '-H', host, '-p', String(port)]);
  process.exitCode = await server.exited;
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
