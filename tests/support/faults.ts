import type { Payload } from 'payload';

type Args = { collection?: string; collectionSlug?: string; data?: { uid?: string } };

/**
 * Makes one method of the database adapter fail on one collection, until the function that it returns is called.
 * With `uids` on documents of these entries alone.
 */
export function failOn(
  payload: Payload,
  method: 'create' | 'updateOne' | 'createVersion' | 'createAndUpdate',
  collection: string,
  uids?: readonly string[],
): () => void {
  const { db } = payload;
  const original = (db as unknown as Record<string, (args: Args) => unknown>)[method]!;
  const faulty = (args: Args) => {
    const isMeant = (args.collection ?? args.collectionSlug) === collection;
    if (isMeant && (!uids || uids.includes(args.data?.uid ?? ''))) throw new Error('injected');
    return original.call(db, args);
  };
  Object.assign(db, { [method]: faulty });
  return () => {
    Object.assign(db, { [method]: original });
  };
}
