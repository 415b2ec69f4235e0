/** `npm run worker`: clock, log followers and mail in a process of their own; any number of them. */
import { setProductionMode } from '../env.ts';
import { runScript } from './run-script.ts';

setProductionMode();

await runScript(async () => {
  const { startProcess } = await import('../runtime/start.ts');
  await startProcess({ worker: 'always' });
  console.log('The worker is running.');
});
