/** Makes the production build that server and browser tests run on, unless it is up to date. */
import { spawnSync } from 'node:child_process';
import { isBuilt } from '../../scripts/demo/build-stamp.ts';

export default async function setup(): Promise<void> {
  const root = process.cwd();
  if (await isBuilt(root)) return;
  console.log('Building for the server and browser tests …');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
}
