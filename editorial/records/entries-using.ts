import type { PayloadRequest } from 'payload';
import { formPathsOf } from '../../model/entries/form-paths.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryCollection, type SharedCollection } from '../../model/entries/types.ts';
import { wasEverReleased } from '../../release-log/read-standing.ts';
import type { DocumentId } from './stored-entry.ts';

/** An entry that carries a shared document. */
interface Using {
  collection: EntryCollection;
  id: DocumentId;
  uid: string;
  slug: string;
}

/** The entries whose current draft carries a shared document: a source, a figure, a place. */
export const entriesUsing = (req: PayloadRequest, shared: SharedCollection, id: DocumentId): Promise<Using[]> =>
  entriesWith(req, shared, id, { draft: true });

/** An entry that carries a shared document, in its current draft or in what readers have or had last; or null. */
export async function anEntryNaming(
  req: PayloadRequest,
  shared: SharedCollection,
  id: DocumentId,
): Promise<(Using & { withReaders: boolean }) | null> {
  const [drafted] = await entriesUsing(req, shared, id);
  if (drafted) return { ...drafted, withReaders: false };
  // The main document is what was released last; of an entry that never was, what was saved first.
  for (const entry of await entriesWith(req, shared, id, { draft: false }))
    if (await wasEverReleased(req, entry.uid)) return { ...entry, withReaders: true };
  return null;
}

async function entriesWith(
  req: PayloadRequest,
  shared: SharedCollection,
  id: DocumentId,
  { draft }: { draft: boolean },
): Promise<Using[]> {
  const found = [];
  for (const type of ENTRY_TYPES) {
    const collection = COLLECTION_OF[type];
    const fields = formPathsOf(type, shared);
    if (fields.length === 0) continue;
    const { docs } = await req.payload.find({
      collection,
      where: { or: fields.map((field) => ({ [field]: { in: [id] } })) },
      draft,
      limit: 0,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      select: { slug: true, uid: true },
      req,
    });
    found.push(...docs.map(({ id: entry, uid, slug }) => ({ collection, id: entry, uid: uid ?? '', slug })));
  }
  return found;
}
