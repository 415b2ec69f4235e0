import type { PayloadRequest } from 'payload';

const kept = new WeakMap<PayloadRequest, Map<string, unknown>>();

/**
 * Has what many entries share (sources, figures, places, words, accounts) be read once in the transaction of `req`, for
 * work on many of them: a transaction sees one state of the database. For one that writes to none of these.
 */
export function readSharedOnce(req: PayloadRequest): void {
  kept.set(req, new Map());
}

/** What `read` answers; where shared documents are read once, what it answered to the same question before. */
export async function once<T>(req: PayloadRequest, question: unknown, read: () => Promise<T>): Promise<T> {
  const known = kept.get(req);
  if (!known) return read();
  const key = JSON.stringify(question);
  if (!known.has(key)) known.set(key, await read());
  return known.get(key) as T;
}
