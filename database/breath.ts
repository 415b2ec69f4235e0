import { setImmediate } from 'node:timers/promises';

/** How long one statement may follow another before whoever else waits for the thread has a turn, in milliseconds. */
const LONGEST_MS = 10;

/**
 * Answers a function to call before each piece of work that blocks the thread: now and then it waits until readers,
 * timers and sockets had their turn. `now` is in milliseconds, of a clock that does not jump.
 */
export function createBreath(now: () => number): () => Promise<void> {
  let turned = now();
  return async () => {
    if (now() - turned < LONGEST_MS) return;
    await setImmediate();
    turned = now();
  };
}
