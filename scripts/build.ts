/** `npm run build`: the production build. It reads no secret: those are for the running system. */
import { spawnSync } from 'node:child_process';
import { childEnvironment } from '../env.ts';
import { bundleServer } from './bundle-server.ts';
import { markBuilt } from './demo/build-stamp.ts';

const { status } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
  stdio: 'inherit',
  env: childEnvironment({ NODE_ENV: 'production', DEMO: '1', NEXT_TELEMETRY_DISABLED: '1' }),
});
if (status === 0) {
  await bundleServer(process.cwd());
  await markBuilt(process.cwd());
}
process.exitCode = status ?? 1;
