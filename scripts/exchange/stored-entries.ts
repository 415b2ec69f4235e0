import type { PayloadRequest } from 'payload';
import type { Referred } from '../../editorial/records/read-fields.ts';
import { readNewest, type DocumentId } from '../../editorial/records/stored-entry.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import type { Unsupported } from '../../model/revision.ts';
import { ownWords, type OwnWords } from './own-words.ts';
import { kindOf, SHARED, type SharedDocument } from './shared-documents.ts';

/** The current draft of an entry. */
export interface StoredEntry extends OwnWords {
  collection: EntryCollection;
  id: DocumentId;
  uid: string;
  slug: string;
  unsupported: Unsupported[];
}

/** What a draft names, by collection and id. */
export interface Around {
  found: Map<Referred, Map<string, unknown>>;
}

/** `collection/slug`. */
export const addressOf = ({ collection, slug }: Pick<StoredEntry, 'collection' | 'slug'>): string =>
  `${collection}/${slug}`;

/** The uids of all entries and all shared documents, as a draft names them. */
export async function readAround(req: PayloadRequest, shared: readonly SharedDocument[]): Promise<Around> {
  const found = new Map<Referred, Map<string, unknown>>();
  for (const { collection } of SHARED) {
    const docs = shared.filter((each) => each.collection === collection);
    found.set(collection, new Map(docs.map(({ id, doc }) => [String(id), doc])));
  }
  for (const type of ENTRY_TYPES) {
    const collection = COLLECTION_OF[type];
    const asked = { draft: true, limit: 0, pagination: false, depth: 0, overrideAccess: true, req } as const;
    const { docs } = await req.payload.find({ collection, ...asked, select: { uid: true } });
    found.set(collection, new Map(docs.map(({ id, uid }) => [String(id), { id, uid }])));
  }
  return { found };
}

/** All drafts of an installation. */
export async function readEntries(req: PayloadRequest, around: Around): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  for (const type of ENTRY_TYPES) {
    for (const known of around.found.get(COLLECTION_OF[type])?.values() ?? []) {
      const id = memberOf(known, 'id') as DocumentId;
      const entry = await readEntry(req, type, id, around);
      if (entry) entries.push(entry);
    }
  }
  return entries.sort((one, other) => (addressOf(one) < addressOf(other) ? -1 : 1));
}

/** One draft as it is stored now; null when there is none. */
export async function readEntry(
  req: PayloadRequest,
  type: EntryType,
  id: DocumentId,
  { found }: Around,
): Promise<StoredEntry | null> {
  const collection = COLLECTION_OF[type];
  const doc = await readNewest(req, collection, id);
  if (!doc) return null;
  const words = ownWords(type, doc, found, (field, document) => memberOf(document, kindOf(field.collection).named));
  const { slug } = words.values;
  return { ...words, collection, id, uid: doc.uid, slug: typeof slug === 'string' ? slug : '' };
}
