import type { CollectionSlug, Payload, Where } from 'payload';
import type { Stored } from '../columns.ts';

/** What is found, one line each; nothing is collected, so that a log of any length fits. */
export type Report = (line: string) => void;

/**
 * All rows of a collection in the order of one or two columns that together are unique, page by page: each
 * page is asked for by the last row of the one before.
 */
export async function* inOrder(
  payload: Payload,
  collection: CollectionSlug,
  { by, size }: { by: readonly [string] | readonly [string, string]; size: number },
): AsyncGenerator<Stored> {
  for (let last: Stored | null = null; ;) {
    const { docs }: { docs: Stored[] } = await payload.db.find<Stored>({
      collection,
      where: last ? after(last, by) : {},
      sort: [...by],
      limit: size,
      pagination: false,
    });
    yield* docs;
    last = docs.at(-1) ?? null;
    if (docs.length < size || last === null) return;
  }
}

function after(row: Stored, [first, second]: readonly [string] | readonly [string, string]): Where {
  const beyond = { [first]: { greater_than: row[first] } };
  if (second === undefined) return beyond;
  return { or: [beyond, { and: [{ [first]: { equals: row[first] } }, { [second]: { greater_than: row[second] } }] }] };
}
