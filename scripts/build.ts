/** `npm run build`: the production build. It reads no secret: those are for the running system. */
import { spawnSync } from 'node:child_process';
import { childEnvironment } from '../env.ts';

const { status } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
  stdio: 'inherit',
  env: childEnvironment({ NODE_ENV: 'production', DEMO: '1', NEXT_TELEMETRY_DISABLED: '1' }),
});
process.exitCode = status ?? 1;
