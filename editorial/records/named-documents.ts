import type { CollectionSlug, PayloadRequest, Where } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import { withRelations } from './relations.ts';
import type { DocumentId } from './stored-entry.ts';

/** A document that a deleted draft refers to, known again by more than an id: the database gives ids anew. */
export interface Named {
  collection: CollectionSlug;
  id: DocumentId;
  /** null for what has none: sources and figures */
  uid: string | null;
  /** when it was made, as the database says it */
  createdAt: string;
  title: string;
}

/** One that is there no more. */
export type Missing = Pick<Named, 'collection' | 'title'>;

/** The documents that states of an entry refer to, of those that there are. */
export async function namedBy(
  req: PayloadRequest,
  collection: EntryCollection,
  states: readonly Record<string, unknown>[],
): Promise<Named[]> {
  const ids = new Map<CollectionSlug, Set<DocumentId>>();
  for (const fields of states) {
    withRelations(req.payload.collections[collection].config.flattenedFields, fields, ({ collection: to, id }) => {
      ids.set(to, (ids.get(to) ?? new Set()).add(id));
      return id;
    });
  }
  const named: Named[] = [];
  for (const [to, wanted] of ids) {
    const { docs } = await req.payload.db.find<Record<string, unknown> & { id: DocumentId }>({
      collection: to,
      where: { id: { in: [...wanted] } },
      pagination: false,
      limit: wanted.size,
      req,
    });
    named.push(...docs.map((doc) => ({ collection: to, ...identityOf(doc), title: titleOf(req, to, doc) })));
  }
  return named;
}

/** The ids by which documents are found now, by collection/id as they were known. */
type Found = ReadonlyMap<string, DocumentId>;

/** Which documents are there, and those that are gone. */
export async function findPresent(
  req: PayloadRequest,
  named: readonly Named[],
): Promise<{ found: Found; missing: Missing[] }> {
  const found = new Map<string, DocumentId>();
  const missing: Missing[] = [];
  for (const one of named) {
    const id = await presentId(req, one);
    if (id === null) missing.push({ collection: one.collection, title: one.title });
    else found.set(`${one.collection}/${one.id}`, id);
  }
  return { found, missing };
}

/** The fields with their relations as the documents were found, without those that were not. */
export const pointedAnew = (
  req: PayloadRequest,
  collection: EntryCollection,
  fields: Record<string, unknown>,
  found: Found,
): Record<string, unknown> =>
  withRelations(
    req.payload.collections[collection].config.flattenedFields,
    fields,
    ({ collection: to, id }) => found.get(`${to}/${id}`) ?? null,
  );

/** An entry that was put back itself has another id; a source or figure with this id may be another one. */
async function presentId(req: PayloadRequest, { collection, ...known }: Named): Promise<DocumentId | null> {
  const where: Where = known.uid === null ? { id: { equals: known.id } } : { uid: { equals: known.uid } };
  const doc = await req.payload.db.findOne<Record<string, unknown> & { id: DocumentId }>({ collection, where, req });
  if (!doc) return null;
  const { id, createdAt } = identityOf(doc);
  return known.uid !== null || createdAt === known.createdAt ? id : null;
}

/** What tells a document from another that was given its id. */
const identityOf = (doc: Record<string, unknown> & { id: DocumentId }): Pick<Named, 'id' | 'uid' | 'createdAt'> => ({
  id: doc.id,
  uid: typeof doc.uid === 'string' ? doc.uid : null,
  createdAt: String(doc.createdAt),
});

/** The title of a document as lists show it; empty when it has none. */
export function titleOf({ payload }: PayloadRequest, collection: CollectionSlug, doc: Record<string, unknown>): string {
  const title = doc[payload.collections[collection].config.admin.useAsTitle ?? 'id'];
  return typeof title === 'string' ? title : '';
}
