/** The thread that answers readers: from its copies where they hold, else what the server around Next answers. */
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { answerFromMemory } from '../from-memory.ts';
import { endServer, limitSlowClients } from '../http-limits.ts';
import { createCopies } from './copies.ts';
import { createForward } from './forward.ts';
import { toRendered, type FromReaders, type ReadersOptions, type ToReaders } from './messages.ts';

const { hostname, port, socketPath } = workerData as ReadersOptions;
const say = (message: FromReaders) => parentPort?.postMessage(message);

let looked: { resolve: (seen: true) => void; reject: (error: Error) => void } | undefined;
const copies = createCopies({
  // One question at a time: the head watch sees to that.
  look: () =>
    new Promise((resolve, reject) => {
      looked = { resolve, reject };
      say({ kind: 'look' });
    }),
  now: () => performance.now(),
  onTrouble: (what, error) => say({ kind: 'trouble', what, error: String(error) }),
});
const forward = createForward(socketPath, (error) => say({ kind: 'cut-off', error: error.message }));
const server = createServer((request, response) => answerFromMemory(copies.memory, request, response, forward));
limitSlowClients(server);
server.once('error', (error) => say({ kind: 'failed', error: error.message }));

const take: { [Kind in ToReaders['kind']]: (message: Extract<ToReaders, { kind: Kind }>) => void } = {
  listen: () => void server.listen(port, hostname, () => say({ kind: 'listening' })),
  page: ({ target, page }) => copies.keep(target, toRendered(page)),
  seen({ gone }) {
    copies.forget(gone);
    looked?.resolve(true);
  },
  gone({ targets }) {
    copies.forget(targets);
  },
  unseen: ({ error }) => looked?.reject(new Error(error)),
  pulse: () => say({ kind: 'here' }),
  end: () => void endServer(server).then(() => say({ kind: 'ended' })),
};
parentPort?.on('message', (message: ToReaders) => (take[message.kind] as (message: ToReaders) => void)(message));
