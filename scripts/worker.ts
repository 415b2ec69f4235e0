/** `npm run worker`: clock, log followers and mail in a process of their own; any number of them. */
import { startProcess } from '../runtime/start.ts';

await startProcess({ worker: 'always' });
