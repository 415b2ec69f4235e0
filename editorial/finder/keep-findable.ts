import { createHash } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import type { FoundCollection } from '../../model/finder.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { wordsToKeep } from './words.ts';

/** A document as the finder keeps it. */
export interface Findable {
  collection: FoundCollection;
  id: DocumentId;
  title: string;
  detail: string;
  /** all that it can be found by, what matters most first */
  texts: readonly string[];
}

interface Row {
  id: DocumentId;
  title?: string | null;
  detail?: string | null;
  words?: string | null;
}

const findableSubject = (collection: FoundCollection, id: DocumentId): string => `${collection}/${String(id)}`;

const MOST_TITLE = 200;

/** Says whether two states of a document are found by the same words and shown alike. */
export const findableDigest = ({ title, detail, texts }: Findable): string =>
  createHash('sha256')
    .update(JSON.stringify([title, detail, wordsToKeep(texts)]))
    .digest('hex');

/** Brings the words by which a document is found in line with it, in the caller's transaction; writes only what differs. */
export async function keepFindable(req: PayloadRequest, { collection, id, texts, ...shown }: Findable): Promise<void> {
  const { db } = req.payload;
  const subject = findableSubject(collection, id);
  const kept = wordsToKeep(texts);
  const [title, detail] = [shown.title.slice(0, MOST_TITLE), shown.detail.slice(0, MOST_TITLE)];
  const words = kept.join(' ');
  const { docs } = await db.find<Row>({
    collection: 'finder-words',
    where: { subject: { equals: subject } },
    pagination: false,
    limit: 0,
    req,
  });
  const isSame = docs.every((row) => row.words === words && row.title === title && (row.detail ?? '') === detail);
  if (docs.length === kept.length && isSame) return;
  if (docs.length > 0) await forgetFindable(req, collection, id);
  for (const word of kept) {
    const data = { word, subject, kind: collection, document: String(id), title, detail, words };
    await db.create({ collection: 'finder-words', data, req, returning: false });
  }
}

/** A deleted document is found no more. */
export async function forgetFindable(req: PayloadRequest, collection: FoundCollection, id: DocumentId): Promise<void> {
  const where = { subject: { equals: findableSubject(collection, id) } };
  await req.payload.db.deleteMany({ collection: 'finder-words', where, req });
}
