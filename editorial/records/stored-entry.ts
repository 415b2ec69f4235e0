import { getLatestCollectionVersion, ValidationError, type PayloadRequest, type Where } from 'payload';
import { timeOf } from '../../database/later-versions.ts';
import { isTransient } from '../../database/transact.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import { CodedError } from '../../model/errors.ts';
import type { Issue } from '../../model/issue.ts';

/** An id of the database's own: a number on SQLite, text on MongoDB. */
export type DocumentId = string | number;

/** An entry as its table holds it: no hooks, no access, relations as ids. */
export type Stored = Record<string, unknown> & { id: DocumentId; uid: string };

interface Entry {
  collection: EntryCollection;
  id: DocumentId;
  stored: Stored;
}

/** The newest saved state of an entry, published or not; null when there is none. One query. */
async function readStored(req: PayloadRequest, collection: EntryCollection, id: DocumentId): Promise<Stored | null> {
  const { config } = req.payload.collections[collection];
  const query = { collection, where: { id: { equals: id } } };
  const found = await getLatestCollectionVersion<Stored>({ id, config, payload: req.payload, query, req });
  return found ?? null;
}

/** The same, with the uid of the document: it knows who it is when its newest version does not. */
export async function readNewest(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<Stored | null> {
  const stored = await readStored(req, collection, id);
  if (!stored || typeof stored.uid === 'string') return stored;
  const main = await readMain(req, collection, id);
  return main ? { ...stored, uid: main.uid } : stored;
}

/**
 * Payload's own status follows the log; it grants nothing. Written past Payload's operations: their form
 * validation knows less than the gate, and would keep a page with readers because its draft has no title.
 *
 * The draft that was released becomes the main document, and a version of its own. Throws
 * `requirements-not-met` when another entry holds the address in Payload's table.
 */
export const mirrorRelease = (req: PayloadRequest, entry: Entry): Promise<void> =>
  saveAll(req, entry, { _status: 'published' });

/**
 * Readers have it no more. The main document keeps what they had; a draft under way stays as it is. A document that
 * the database will not save again, e.g. with a choice that is no longer one, keeps nobody from withdrawing.
 */
export async function mirrorWithdrawal(req: PayloadRequest, entry: Entry): Promise<void> {
  try {
    await saveMain(req, entry, { _status: 'draft' });
    if (entry.stored._status === 'published') await saveVersion(req, entry, { _status: 'draft' });
  } catch (error) {
    if (isTransient(error) || databaseTrouble(error)) throw error;
    await forgetHalfVersion(req, entry);
    const msg = `${entry.stored.uid} is withdrawn; Payload's own status could not follow`;
    req.payload.logger.error({ err: error, msg });
  }
}

/** What a save that failed may have left on SQLite: a version later than the draft, with some of its parts. */
async function forgetHalfVersion(req: PayloadRequest, { collection, id, stored }: Entry): Promise<void> {
  if (typeof stored.updatedAt !== 'string') return;
  const where: Where = { and: [{ parent: { equals: id } }, { updatedAt: { greater_than: stored.updatedAt } }] };
  await req.payload.db.deleteVersions({ collection, where, req });
}

/** The next review of what readers have; that of another draft under way is the editor's. */
export async function mirrorRenewal(
  req: PayloadRequest,
  entry: Entry,
  { reviewDue, draftIsLive }: { reviewDue: string; draftIsLive: boolean },
): Promise<void> {
  if (draftIsLive) await saveAll(req, entry, { reviewDue, _status: 'published' });
  else await saveMain(req, entry, { reviewDue });
}

/** The main document as its table holds it: what readers have of a live entry. Null when there is none. */
export const readMain = (req: PayloadRequest, collection: EntryCollection, id: DocumentId): Promise<Stored | null> =>
  req.payload.db.findOne<Stored>({ collection, where: { id: { equals: id } }, req });

/** Puts a main document back as it was read, after something that is no verb has written over it. */
export async function putMainBack(req: PayloadRequest, collection: EntryCollection, main: Stored): Promise<void> {
  const written = (await readMain(req, collection, main.id)) ?? {};
  // MongoDB keeps what it is not told of: a field that was not there is said to be empty.
  const emptied = Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, Array.isArray(value) ? [] : null]),
  );
  const { id: _, ...data } = structuredClone({ ...emptied, ...main });
  await req.payload.db.updateOne({ collection, id: main.id, data, req, returning: false });
}

/**
 * Makes an entry of stored fields, as a draft, past Payload's operations: what was saved once is not judged anew. Its
 * `older` states come before it, oldest first, with their own times.
 */
export async function createStored(
  req: PayloadRequest,
  collection: EntryCollection,
  fields: Record<string, unknown>,
  older: readonly { createdAt: string; updatedAt: string; fields: Record<string, unknown> }[],
): Promise<DocumentId> {
  // Later than all of them, whatever the clock of this machine says: the latest is what the form shows.
  const newest = Math.max(0, ...older.map(({ updatedAt }) => Date.parse(updatedAt) + 1));
  const at = new Date(Math.max(Date.now(), newest)).toISOString();
  const draft = { ...fields, _status: 'draft', updatedAt: at };
  const created: unknown = await req.payload.db.create({ collection, data: structuredClone(draft), req });
  const { id } = created as { id: DocumentId };
  for (const { fields: versionData, ...times } of [...older, { createdAt: at, updatedAt: at, fields: draft }]) {
    await req.payload.db.createVersion({
      collectionSlug: collection,
      parent: id,
      autosave: false,
      ...times,
      versionData: structuredClone({ ...versionData, _status: 'draft', updatedAt: times.updatedAt }),
      req,
      returning: false,
    });
  }
  return id;
}

type Change = Record<string, unknown>;

async function saveAll(req: PayloadRequest, entry: Entry, change: Change): Promise<void> {
  await saveMain(req, entry, { ...entry.stored, ...change });
  await saveVersion(req, entry, change);
}

async function saveMain(req: PayloadRequest, { collection, id, stored }: Entry, change: Change): Promise<void> {
  const data = fieldsOf({ ...change, updatedAt: after(stored) });
  try {
    await req.payload.db.updateOne({ collection, id, data, req, returning: false });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const issues = error.data.errors.map(({ path, message }): Issue => ({
      code: 'field-invalid',
      severity: 'error',
      field: path,
      message,
    }));
    throw new CodedError('requirements-not-met', error.message, { issues });
  }
}

async function saveVersion(req: PayloadRequest, { collection, id, stored }: Entry, change: Change): Promise<void> {
  const at = after(stored);
  await req.payload.db.createVersion({
    collectionSlug: collection,
    parent: id,
    autosave: false,
    createdAt: at,
    updatedAt: at,
    versionData: fieldsOf({ ...stored, ...change, updatedAt: at }),
    req,
    returning: false,
  });
}

/** Now, or later than the newest version: the databases call that version the latest that is later than the rest. */
const after = ({ updatedAt }: Stored): string => new Date(Math.max(Date.now(), timeOf(updatedAt) + 1)).toISOString();

/** A copy, for the adapters convert what they are given in place; without the id, which is no field. */
function fieldsOf({ id: _, ...fields }: Change): Change & { updatedAt: string } {
  return structuredClone(fields) as Change & { updatedAt: string };
}
