import type { PayloadRequest } from 'payload';
import { ENTRIES, fieldsOf, type EntryContent } from '../../model/entries/entries.ts';
import { SCHEMA, TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { toRevision, type Revision, type Unsupported } from '../../model/revision.ts';
import { readFields, referredBy, type Found, type Referred } from './read-fields.ts';
import { readStored, type DocumentId, type Stored } from './stored-entry.ts';

/** The current draft of an entry as stored, and as the revision it stands for; null when there is none. */
export async function readDraft(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<{ doc: Stored; revision: Revision } | null> {
  const doc = await readStored(req, collection, id);
  if (!doc) return null;
  const { content, unsupported } = await readContent(req, collection, doc);
  return { doc, revision: toRevision(content, unsupported) };
}

/** The publishable closure of a stored entry (docs/data.md), read by its description. A query per collection referred to. */
async function readContent(
  req: PayloadRequest,
  collection: EntryCollection,
  doc: Stored,
): Promise<{ content: EntryContent; unsupported: Unsupported[] }> {
  const type = TYPE_OF[collection];
  const fields = fieldsOf(type);
  const wanted = [...referredBy(fields, doc)];
  const found: Found = new Map(
    await Promise.all(wanted.map(async ([from, ids]) => [from, await byId(req, from, [...ids])] as const)),
  );
  const { values, unsupported } = readFields(fields, doc, found);
  return { content: ENTRIES[type].shape.parse({ schema: SCHEMA, type, uid: doc.uid, ...values }), unsupported };
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
