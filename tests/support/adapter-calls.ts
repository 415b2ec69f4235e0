import type { Payload } from 'payload';

/** What opens and closes a transaction, or asks nothing of the database. */
const NOT_COUNTED = new Set(['beginTransaction', 'commitTransaction', 'rollbackTransaction']);

/**
 * Counts the calls of the database adapter that read or write while `work` runs, by name, in order. Whatever
 * method the adapter has counts: a new one is not forgotten.
 */
export async function adapterCalls(payload: Payload, work: () => Promise<unknown>): Promise<string[]> {
  const { db } = payload;
  const calls: string[] = [];
  let depth = 0;
  const originals = new Map<string, unknown>();
  const methods = db as unknown as Record<string, unknown>;
  for (const [name, method] of Object.entries(methods)) {
    if (typeof method !== 'function' || NOT_COUNTED.has(name) || !TAKES_A_COLLECTION.test(name)) continue;
    originals.set(name, method);
    methods[name] = async (...args: unknown[]): Promise<unknown> => {
      const { collection, collectionSlug } = (args[0] ?? {}) as { collection?: string; collectionSlug?: string };
      // A method that calls another of the adapter is one call.
      if (depth === 0) calls.push(`${name} ${collection ?? collectionSlug ?? ''}`);
      depth += 1;
      try {
        return (await method.apply(db, args)) as unknown;
      } finally {
        depth -= 1;
      }
    };
  }
  try {
    await work();
  } finally {
    for (const [name, method] of originals) methods[name] = method;
  }
  return calls;
}

const TAKES_A_COLLECTION = /^(count|create|delete|find|query|update|upsert)/;
