import type { PayloadRequest } from 'payload';
import { ENTRIES, fieldsOf, type EntryContent } from '../../model/entries/entries.ts';
import { isShared, SCHEMA, TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { readFields, referredBy, type Found, type Referred } from '../records/read-fields.ts';
import type { DocumentId } from '../records/stored-entry.ts';

/** A state in which an entry was saved, as the table of versions holds it. */
export interface SavedVersion {
  id: DocumentId;
  /** RFC 3339 */
  at: string;
  fields: Record<string, unknown>;
}

interface Choice {
  where: Record<string, unknown>[];
  sort: 'updatedAt' | '-updatedAt';
  limit: number;
}

/** Saved states of the entry with this database id that the conditions let through. */
export async function findVersions(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
  { where, sort, limit }: Choice,
): Promise<SavedVersion[]> {
  const { docs } = await req.payload.db.findVersions<Record<string, unknown>>({
    collection,
    where: { and: [{ parent: { equals: id } }, ...(where as [])] },
    sort,
    limit,
    pagination: false,
    req,
  });
  return docs.map((row) => ({ id: row.id, at: new Date(row.updatedAt).toISOString(), fields: row.version }));
}

/**
 * The state that was the newest at a moment: the last one saved by then. Found by its time alone before its text is
 * read: of thousands of versions a database sorts the times quicker than the texts.
 */
export async function versionAt(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
  at: string,
): Promise<SavedVersion | null> {
  const { docs } = await req.payload.db.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, { updatedAt: { less_than_equal: at } }] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    select: { updatedAt: true },
    req,
  });
  const [newest] = docs;
  if (!newest) return null;
  return (
    (
      await findVersions(req, collection, id, { where: [{ id: { equals: newest.id } }], sort: '-updatedAt', limit: 1 })
    )[0] ?? null
  );
}

/**
 * What stored states of an entry say, each as its description reads it. Sources, figures and places are those of
 * today: their own past is not kept with the entry, but in the releases that carried them. Three queries at most for
 * every collection that they name.
 */
export async function contentsOf(
  req: PayloadRequest,
  collection: EntryCollection,
  uid: string,
  states: readonly Record<string, unknown>[],
): Promise<EntryContent[]> {
  const type = TYPE_OF[collection];
  const fields = fieldsOf(type);
  const found = await findAll(req, mergedIds(states.map((state) => referredBy(fields, state))));
  return states.map((state) => {
    const { values } = readFields(fields, state, found);
    return ENTRIES[type].shape.parse({ schema: SCHEMA, type, uid, ...values });
  });
}

type Ids = Map<Referred, Set<DocumentId>>;

function mergedIds(all: readonly Ids[]): Ids {
  const merged: Ids = new Map();
  for (const [from, ids] of all.flatMap((one) => [...one])) {
    merged.set(from, new Set([...(merged.get(from) ?? []), ...ids]));
  }
  return merged;
}

const findAll = async (req: PayloadRequest, ids: Ids): Promise<Found> =>
  new Map(
    await Promise.all(
      [...ids].map(async ([from, wanted]) => {
        const found = isShared(from) ? await sharedById(req, from, [...wanted]) : await named(req, from, [...wanted]);
        return [from, found] as const;
      }),
    ),
  );

async function sharedById(
  req: PayloadRequest,
  collection: Exclude<Referred, EntryCollection>,
  ids: DocumentId[],
): Promise<Map<string, unknown>> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return new Map(docs.map((doc) => [String(doc.id), doc]));
}

/** Other entries by their status rows: a text names them and carries nothing of them. */
async function named(
  req: PayloadRequest,
  collection: EntryCollection,
  ids: DocumentId[],
): Promise<Map<string, unknown>> {
  const rows = await statusRows(req, {
    and: [{ type: { equals: TYPE_OF[collection] } }, { entryId: { in: ids.map(String) } }],
  });
  return new Map(rows.map((row) => [row.entryId, row]));
}

/** Titles of entries by uid, as they stand today. */
export async function titlesOf(req: PayloadRequest, uids: readonly string[]): Promise<Map<string, string>> {
  if (uids.length === 0) return new Map();
  const rows = await statusRows(req, { uid: { in: [...new Set(uids)] } });
  return new Map(rows.map(({ uid, title }) => [uid, title ?? uid]));
}

async function statusRows(req: PayloadRequest, where: NonNullable<Parameters<typeof req.payload.find>[0]['where']>) {
  const { docs } = await req.payload.find({
    collection: 'entry-status',
    where,
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { uid: true, title: true, entryId: true },
    req,
  });
  return docs;
}
