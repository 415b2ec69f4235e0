import type { Payload, PayloadRequest } from 'payload';
import { withUid } from '../../collections/shared/given-uid.ts';
import { transact } from '../../database/transact.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import { COLLECTION_OF, type SharedCollection } from '../../model/entries/types.ts';
import { changedFields } from '../exchange/changed-fields.ts';
import { baseOf } from '../exchange/own-words.ts';
import { readOneShared, sharedKey } from '../exchange/shared-documents.ts';
import { addressOf, readEntry } from '../exchange/stored-entries.ts';
import type { User } from '../seed/accounts.ts';
import { toData } from '../seed/entry-data.ts';
import { keyOf, referencesOf } from '../seed/named-in.ts';
import { LIST_OF, type ContentProblem } from '../seed/read-folder.ts';
import type { Installation } from './installation.ts';
import { keepMark } from './marks.ts';
import { bare } from './plan.ts';
import type { ImportPlan, PlannedEntry, PlannedShared } from './plan-import.ts';

interface Applying {
  payload: Payload;
  user: User;
  here: Installation;
  /** told after each document that was written */
  progress: (what: string) => void;
}

/** Somebody saved the document between the plan and its turn. */
class ChangedMeanwhile extends Error {}

/**
 * Writes a plan as drafts, each document in a transaction of its own and through the hooks and the access of its
 * collection, as that person. Stopped in the middle it is begun anew: what is written is marked, and seen to be so.
 * Answers what could not be written. Throws when the database cannot be written at all.
 */
export async function applyImport(
  plan: ImportPlan,
  { payload, user, here, progress }: Applying,
): Promise<ContentProblem[]> {
  const problems: ContentProblem[] = [];
  const trying = async (file: string, write: () => Promise<void>): Promise<void> => {
    try {
      await write();
      progress(file);
    } catch (error) {
      if (databaseTrouble(error)) throw error;
      problems.push({ file, message: said(error) });
    }
  };
  const sharedIds = new Map<string, DocumentId>();
  for (const one of plan.shared) {
    const known = (id: DocumentId) => sharedIds.set(sharedKey(one.collection, one.file), id);
    if (one.stored) known(one.stored.id);
    if (!isToWrite(one.step)) continue;
    await trying(`${LIST_OF[one.collection]} ${one.name}`, async () => {
      const { id, doc } = await transact(payload, (req) => writeShared(req, one, user), { user });
      known(id);
      here.around.found.get(one.collection)?.set(String(id), doc);
    });
  }

  const entryIds = new Map<string, DocumentId>(here.entries.map((entry) => [addressOf(entry), entry.id]));
  for (const { entry, stored } of plan.entries) if (stored) entryIds.set(keyOf(entry), stored.id);
  const ids = {
    entry: (reference: string) => entryIds.get(reference) ?? null,
    shared: (collection: SharedCollection, name: string) => {
      const id = sharedIds.get(sharedKey(collection, name));
      if (id === undefined) throw new Error(`${name} could not be written`);
      return id;
    },
  };
  const write = (one: PlannedEntry, isWhole: boolean) =>
    trying(one.entry.file, async () => {
      const { data } = one.entry;
      const given = { ...toData(data, ids), ...(data.reviewDue === null ? { reviewDue: undefined } : {}) };
      const at = entryIds.get(keyOf(one.entry)) ?? null;
      const id = await transact(payload, (req) => writeEntry(req, one, { given, at, isWhole, user, here }), { user });
      entryIds.set(keyOf(one.entry), id);
      here.around.found.get(COLLECTION_OF[data.type])?.set(String(id), { id, uid: one.uid });
    });
  // Entries name each other in circles: what does not exist at the first pass is named at the second.
  const waiting: PlannedEntry[] = [];
  const coming = new Set(plan.entries.map(({ entry }) => keyOf(entry)));
  for (const one of plan.entries.filter(({ step }) => isToWrite(step))) {
    const waits = referencesOf(one.entry.data).some((key) => coming.has(key) && !entryIds.has(key));
    if (waits) waiting.push(one);
    if (!waits || !one.stored) await write(one, !waits);
  }
  for (const one of waiting) if (entryIds.has(keyOf(one.entry))) await write(one, true);
  return problems;
}

export const isToWrite = ({ kind }: PlannedEntry['step']): boolean => kind === 'new' || kind === 'changed';

async function writeShared(req: PayloadRequest, one: PlannedShared, user: User) {
  const { collection, stored, words, picture, name } = one;
  const { file, ...fields } = words;
  const data = { ...fields, ...(collection === 'media' ? { shortName: name } : {}) };
  const isNewPicture = picture !== null && (stored === null || stored.words.file !== file);
  const upload = isNewPicture
    ? { file: { data: Buffer.from(picture), mimetype: 'image/png', name: one.file, size: picture.length } }
    : {};
  const by = { collection, data: data as never, user, overrideAccess: false, depth: 0, req, ...upload } as const;
  if (stored && baseOf((await readOneShared(req, collection, stored.id)).words) !== baseOf(stored.words))
    throw new ChangedMeanwhile();
  const { id } = stored ? await req.payload.update({ ...by, id: stored.id }) : await req.payload.create(by);
  const written = await readOneShared(req, collection, id);
  await keepMark(req, { subject: `${collection}/${id}`, base: baseOf(written.words), user });
  return written;
}

interface EntryWrite {
  given: Record<string, unknown>;
  /** the stored entry, or the one that the first pass made */
  at: DocumentId | null;
  /** all that the file says, not only what exists already */
  isWhole: boolean;
  user: User;
  here: Installation;
}

async function writeEntry(req: PayloadRequest, one: PlannedEntry, { given, at, isWhole, user, here }: EntryWrite) {
  const { type } = one.entry.data;
  const collection = COLLECTION_OF[type];
  const by = { collection, data: given as never, draft: true, user, overrideAccess: false, depth: 0, req } as const;
  const now = at !== null && one.stored ? await readEntry(req, type, at, here.around) : null;
  if (one.stored && now && baseOf(bare(now)) !== baseOf(bare(one.stored))) throw new ChangedMeanwhile();
  const { id } =
    at === null
      ? await req.payload.create({ ...by, context: withUid(one.uid) })
      : await req.payload.update({ ...by, id: at });
  // The entry itself may be among those that others name, and they among those that it does.
  here.around.found.get(collection)?.set(String(id), { id, uid: one.uid });
  const written = await readEntry(req, type, id, here.around);
  if (!written) throw new Error('it cannot be read back');
  const other = isWhole ? changedFields(one.words, written) : [];
  if (other.length > 0) throw new Error(`was not stored as the file says: ${other.join(', ')}`);
  await keepMark(req, { subject: `${collection}/${one.uid}`, base: baseOf(bare(written)), user });
  return id;
}

/** What failed, in words for whoever wrote the file. */
function said(error: unknown): string {
  if (error instanceof ChangedMeanwhile) return 'somebody saved it in this moment; nothing of it was written';
  const fields = memberOf(memberOf(error, 'data'), 'errors');
  const faults = (Array.isArray(fields) ? fields : []).map(
    (fault) => `${String(memberOf(fault, 'path'))}: ${String(memberOf(fault, 'message'))}`,
  );
  return faults.length > 0 ? faults.join('; ') : error instanceof Error ? error.message : String(error);
}
