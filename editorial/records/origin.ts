import type { PayloadRequest } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import { TYPE_OF } from '../../model/entries/types.ts';
import type { Acting } from '../../model/person.ts';
import type { Status } from './status-row.ts';
import type { DocumentId } from './stored-entry.ts';
import { toWriters, writersUntil } from './writers.ts';

/** Where a text came from that nobody typed: another entry, an earlier state of this one, or what these people said. */
export type Origin = { duplicateOf: DocumentId } | { version: DocumentId | null } | { wordsOf: readonly Acting[] };

/** Where a request keeps it. No symbol: a context without a name in it is dropped when a hook calls Payload. */
export const ORIGIN = 'imprimatur: where the text comes from';

/** Says of the next save of this request where its words come from. */
export function announceOrigin(req: PayloadRequest, origin: Origin): void {
  Object.assign(req.context, { [ORIGIN]: origin });
}

/**
 * Who may have written any of it: of another entry, whoever ever did; of an earlier state, whoever had written by
 * then, or ever where the state cannot be found.
 */
export async function writersOfOrigin(
  req: PayloadRequest,
  collection: EntryCollection,
  own: Status,
  origin: Origin,
): Promise<Acting[]> {
  if ('wordsOf' in origin) return [...origin.wordsOf];
  if ('version' in origin) return writersUntil(own.writers, await savedAt(req, collection, origin.version));
  const found = await req.payload.db.findOne<{ id: DocumentId; writers?: unknown }>({
    collection: 'entry-status',
    where: {
      and: [{ type: { equals: TYPE_OF[collection] } }, { entryId: { equals: String(origin.duplicateOf) } }],
    },
    req,
  });
  return toWriters(found?.writers);
}

async function savedAt(
  req: PayloadRequest,
  collection: EntryCollection,
  version: DocumentId | null,
): Promise<string | null> {
  if (version === null) return null;
  const where = { id: { equals: version } };
  const { docs } = await req.payload.db.findVersions<{ updatedAt?: string | Date }>({
    collection,
    where,
    limit: 1,
    pagination: false,
    req,
  });
  const at = docs[0]?.updatedAt;
  return at === undefined ? null : new Date(at).toISOString();
}
