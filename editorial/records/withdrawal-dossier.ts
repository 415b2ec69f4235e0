import type { PayloadRequest } from 'payload';
import { isTransient } from '../../database/transact.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import { ENTRIES, fieldsOf, type EntryContent } from '../../model/entries/entries.ts';
import { SCHEMA, TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { toRevision } from '../../model/revision.ts';
import { readLastRow } from '../../release-log/read-last-row.ts';
import { readDossier, toDossier, UUID, type Dossier, type ReadFor } from './dossier.ts';
import type { Draft } from './read-draft.ts';
import { readFields } from './read-fields.ts';
import { readStatusRows } from './status-row.ts';
import type { DocumentId } from './stored-entry.ts';

/**
 * The dossier of an entry that is to be taken from readers. What the log says of it is enough: where its draft cannot
 * be read, or is gone from the database, what readers have stands in for it. Throws what reading the draft threw when
 * readers have nothing.
 */
export async function readForWithdrawal(
  req: PayloadRequest,
  collection: EntryCollection,
  idOrUid: DocumentId,
  why: ReadFor,
): Promise<Dossier> {
  try {
    const dossier = await readDossier(req, collection, idOrUid, why);
    if (!UUID.test(String(idOrUid)) || dossier.uid === String(idOrUid).toLowerCase()) return dossier;
    throw new Error(`the draft of ${String(idOrUid)} says that it is ${dossier.uid}`);
  } catch (error) {
    if (isTransient(error) || databaseTrouble(error)) throw error;
    const standIn = await standInFor(req, collection, idOrUid);
    if (!standIn) throw error;
    req.payload.logger.error({ err: error, msg: `${standIn.doc.uid} is withdrawn without its draft` });
    return toDossier(req, collection, standIn, why);
  }
}

async function standInFor(
  req: PayloadRequest,
  collection: EntryCollection,
  idOrUid: DocumentId,
): Promise<Draft | null> {
  const type = TYPE_OF[collection];
  const given = String(idOrUid);
  const known = await req.payload.db.findOne<{ id: DocumentId; uid: string; entryId: string }>({
    collection: 'entry-status',
    where: UUID.test(given)
      ? { uid: { equals: given.toLowerCase() } }
      : { and: [{ type: { equals: type } }, { entryId: { equals: given } }] },
    req,
  });
  if (!known) return null;
  const last = await readLastRow(req, known.uid);
  if (last?.kind !== 'released') return null;
  const { uid } = known;
  const id = req.payload.db.defaultIDType === 'number' ? Number(known.entryId) : known.entryId;
  const content = last.snapshot ?? nothingBut(type, { uid, title: last.title, slug: last.slug });
  const rows = await readStatusRows(req, { type, uid, slug: last.slug, names: [] });
  return { doc: { id, uid }, revision: toRevision(content), rows, carried: [] };
}

/** A text with a title and an address and nothing else in it. */
const nothingBut = (type: EntryContent['type'], named: Pick<EntryContent, 'uid' | 'title' | 'slug'>): EntryContent =>
  ENTRIES[type].shape.parse({
    schema: SCHEMA,
    type,
    ...readFields(fieldsOf(type), {}, new Map()).values,
    ...named,
  });
