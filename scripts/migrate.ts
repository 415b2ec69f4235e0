/** `npm run migrate`: connects, which applies the committed migrations (SQLite) or builds the indexes (MongoDB). */
import { setProductionMode } from '../env.ts';
import { runScript } from './run-script.ts';

setProductionMode();

await runScript(async () => {
  const { startProcess } = await import('../runtime/start.ts');
  await startProcess({ worker: 'never' });
  console.log('The database is up to date.');
  process.exit(0);
});
