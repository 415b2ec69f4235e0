import { setTimeout as pause } from 'node:timers/promises';

/** The waits double from this one, in milliseconds. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** Together some five minutes, within the lease. */
const INSIST_TIMES = 35;

/**
 * A database that is away for a moment takes away no knowledge: what is not written down becomes a question for a person
 * when the lease has run out. `work` may run again after it succeeded unseen.
 */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === INSIST_TIMES) throw error;
      await pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1)));
    }
  }
}
