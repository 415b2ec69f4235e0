import type { PayloadRequest } from 'payload';
import { ENTRIES, fieldsOf } from '../../model/entries/entries.ts';
import { isShared, SCHEMA, TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { toRevision, type Revision } from '../../model/revision.ts';
import { readFields, referredBy, type Found, type Referred } from './read-fields.ts';
import { once } from './read-once.ts';
import { toWriters, type Carried } from './writers.ts';
import { readStatusRows, type StatusRows } from './status-row.ts';
import { readNewest, type DocumentId, type Stored } from './stored-entry.ts';

/** The current draft of an entry. */
export interface Draft {
  /** as its table holds it */
  doc: Stored;
  /** what it stands for: the publishable closure (docs/data.md), read by its description */
  revision: Revision;
  rows: StatusRows;
  /** sources and figures in it */
  carried: Carried[];
}

/**
 * The current draft of an entry; null when there is none. Sources and figures are read from their collections, other
 * entries by their status rows: a text names them and carries nothing of them.
 */
export async function readDraft(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<Draft | null> {
  const doc = await readNewest(req, collection, id);
  if (!doc) return null;
  const type = TYPE_OF[collection];
  const fields = fieldsOf(type);
  const carried: [Referred, ReadonlyMap<string, unknown>][] = [];
  const names: [EntryCollection, DocumentId[]][] = [];
  for (const [from, ids] of referredBy(fields, doc)) {
    if (isShared(from)) carried.push([from, await once(req, [from, ...ids], () => byId(req, from, [...ids]))]);
    else names.push([from, [...ids]]);
  }
  const { uid, slug } = doc;
  const address = typeof slug === 'string' ? slug.trim() : '';
  const rows = await readStatusRows(req, { type, uid, slug: address, names });
  const found: Found = new Map([...carried, ...(await namedBy(req, names, rows))]);
  const { values, unsupported } = readFields(fields, doc, found);
  const content = ENTRIES[type].shape.parse({ schema: SCHEMA, type, uid, ...values });
  return { doc, revision: toRevision(content, unsupported), rows, carried: carried.flatMap(writersOf) };
}

const writersOf = ([from, docs]: [Referred, ReadonlyMap<string, unknown>]): Carried[] =>
  [...docs].map(([id, doc]) => ({
    key: `${from}/${id}`,
    writers: toWriters((doc as { writers?: unknown }).writers),
  }));

/** The named entries by their status rows; one that was written past the hooks has none, and is asked itself. */
async function namedBy(
  req: PayloadRequest,
  names: [EntryCollection, DocumentId[]][],
  { named }: StatusRows,
): Promise<[Referred, ReadonlyMap<string, unknown>][]> {
  const found: [Referred, ReadonlyMap<string, unknown>][] = [];
  // One after the other: a transaction of MongoDB is one conversation.
  for (const [collection, ids] of names) {
    const known = named.get(collection) ?? new Map<string, unknown>();
    const others = ids.filter((id) => !known.has(String(id)));
    const asked = others.length === 0 ? [] : await byId(req, collection, others);
    found.push([collection, new Map([...known, ...asked])]);
  }
  return found;
}

async function byId(req: PayloadRequest, collection: Referred, ids: DocumentId[]): Promise<Map<string, unknown>> {
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
