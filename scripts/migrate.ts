/** `npm run migrate`: connects, which applies the committed migrations (SQLite) or builds the indexes (MongoDB). */
import { startProcess } from '../runtime/start.ts';

await startProcess({ worker: 'never' });
console.log('The database is up to date.');
process.exit(0);
