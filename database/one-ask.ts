import { AsyncLocalStorage } from 'node:async_hooks';

type Done = Map<string, Promise<unknown>>;

/** One for all copies of this module: Next bundles one for each of its doors, and they share one Payload. */
const SEAT = Symbol.for('imprimatur.one-ask');
const seat: typeof globalThis & { [SEAT]?: AsyncLocalStorage<Done> } = globalThis;
const asks = (seat[SEAT] ??= new AsyncLocalStorage<Done>());

/** Runs what somebody asked for, all of its attempts: what `oncePerAsk` does in one of them is done for the others. */
export const asOneAsk = <T>(run: () => Promise<T>): Promise<T> => asks.run(new Map(), run);

/**
 * Does work that stands outside the transaction of whoever asked, as counting a wrong password does, and answers the
 * same when the ask runs again because another transaction was in its way. `key` says what the work is of; outside an
 * ask it is done each time. Throws what the work threw.
 */
export function oncePerAsk<T>(key: string, work: () => Promise<T>): Promise<T> {
  const done = asks.getStore();
  const before = done?.get(key) as Promise<T> | undefined;
  if (before) return before;
  const now = work();
  done?.set(key, now);
  return now;
}
