// A thread that says that it listens and then does nothing else for ever.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ kind }) => {
  if (kind !== 'listen') return;
  parentPort.postMessage({ kind: 'listening' });
  setTimeout(() => {
    for (;;) Math.random();
  }, 10);
});
