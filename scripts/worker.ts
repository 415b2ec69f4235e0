/**
 * `npm run worker`: clock, log followers and mail in a process of their own; any number of them. `npm run worker --
 * --health` starts none: code 0 when one of this machine or container does its rounds, else 1.
 */
import { env, setProductionMode } from '../env.ts';
import { endWhenAsked } from '../runtime/ending.ts';
import { runScript } from './run-script.ts';

if (process.argv.includes('--health')) {
  setProductionMode();
  await runScript(async () => {
    const { workerHealth } = await import('../runtime/worker-health.ts');
    const { healthy, words } = await workerHealth(env().dataDir);
    console.log(words);
    process.exit(healthy ? 0 : 1);
  });
}

// Without a limit: what is cut off on the wire becomes an uncertain mail.
endWhenAsked();
setProductionMode();

await runScript(async () => {
  const { startProcess } = await import('../runtime/start.ts');
  await startProcess({ worker: 'always' });
  console.log('The worker is running.');
});
