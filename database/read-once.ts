import type { PayloadRequest } from 'payload';

const kept = new WeakMap<PayloadRequest, Map<string, unknown>>();

/**
 * Has what many entries share (sources, figures, places, words, accounts, what they name) be read once for `req`, for
 * work on many of them. For one that writes to none of these, and that asks at its end whether they are still so.
 */
export function readSharedOnce(req: PayloadRequest): void {
  kept.set(req, new Map());
}

/** True where what entries share is read once. */
export const readsOnce = (req: PayloadRequest): boolean => kept.has(req);

/** What `read` answers; where shared documents are read once, what it answered to the same question before. */
export async function once<T>(req: PayloadRequest, question: unknown, read: () => Promise<T>): Promise<T> {
  const known = kept.get(req);
  if (!known) return read();
  const key = JSON.stringify(question);
  if (!known.has(key)) known.set(key, await read());
  return known.get(key) as T;
}

/** What `read` finds for these keys; where shared documents are read once, each key is asked for once. */
export async function onceEach<T>(
  req: PayloadRequest,
  question: string,
  keys: readonly string[],
  read: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<ReadonlyMap<string, T>> {
  if (!readsOnce(req)) return read([...keys]);
  const known = await once(req, ['each', question], () => Promise.resolve(new Map<string, T | null>()));
  const others = keys.filter((key) => !known.has(key));
  const found = others.length > 0 ? await read(others) : new Map<string, T>();
  for (const key of others) known.set(key, found.get(key) ?? null);
  return new Map(
    keys.flatMap((key): [string, T][] => {
      const value = known.get(key);
      return value === undefined || value === null ? [] : [[key, value]];
    }),
  );
}
