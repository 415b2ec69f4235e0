/** `npm run worker`: clock, log followers and mail in a process of their own; any number of them. */
import { setProductionMode } from '../env.ts';
import { endWhenAsked } from '../runtime/ending.ts';
import { runScript } from './run-script.ts';

// Without a limit: what is cut off on the wire becomes an uncertain mail.
endWhenAsked();
setProductionMode();

await runScript(async () => {
  const { startProcess } = await import('../runtime/start.ts');
  await startProcess({ worker: 'always' });
  console.log('The worker is running.');
});
