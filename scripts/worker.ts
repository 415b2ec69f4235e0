/** `npm run worker`: clock, log followers and mail in a process of their own; any number of them. */
import { runScript } from './run-script.ts';

await runScript(async () => {
  const { startProcess } = await import('../runtime/start.ts');
  await startProcess({ worker: 'always' });
  console.log('The worker is running.');
});
