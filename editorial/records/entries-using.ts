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

/** The entries whose current draft carries a shared document: a source, a figure, a place. All of them, or `most`. */
export const entriesUsing = (
  req: PayloadRequest,
  shared: SharedCollection,
  id: DocumentId,
  { most = 0 }: { most?: number } = {},
): Promise<Using[]> => entriesWith(req, shared, id, { draft: true, most });

/** An entry that carries a shared document, in its current draft or in what readers have or had last; or null. */
export async function anEntryNaming(
  req: PayloadRequest,
  shared: SharedCollection,
  id: DocumentId,
): Promise<(Using & { withReaders: boolean }) | null> {
  const [drafted] = await entriesUsing(req, shared, id, { most: 1 });
  if (drafted) return { ...drafted, withReaders: false };
  // The main document is what was released last; of an entry that never was, what was saved first.
  for (const entry of await entriesWith(req, shared, id, { draft: false, most: 0 }))
    if (await wasEverReleased(req, entry.uid)) return { ...entry, withReaders: true };
  return null;
}

async function entriesWith(
  req: PayloadRequest,
  shared: SharedCollection,
  id: DocumentId,
  { draft, most }: { draft: boolean; most: number },
): Promise<Using[]> {
  const found: Using[] = [];
  for (const type of ENTRY_TYPES) {
    const collection = COLLECTION_OF[type];
    const fields = formPathsOf(type, shared);
    if (fields.length === 0 || (most > 0 && found.length >= most)) continue;
    const { docs } = await req.payload.find({
      collection,
      where: { or: fields.map((field) => ({ [field]: { in: [id] } })) },
      draft,
      limit: most,
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
