// A thread that listens to nothing and tells which pages it is to forget.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ kind, targets }) => {
  if (kind === 'listen') parentPort.postMessage({ kind: 'listening' });
  if (kind === 'gone') parentPort.postMessage({ kind: 'trouble', what: 'gone', error: targets.join() });
});
