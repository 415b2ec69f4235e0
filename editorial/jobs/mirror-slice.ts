import type { Payload, PayloadRequest } from 'payload';
import { isTransient, transact } from '../../database/transact.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import { TYPE_OF } from '../../model/entries/types.ts';
import { mirrorReleaseLater, type DocumentId } from '../records/stored-entry.ts';
import type { Ready } from '../verbs/release-together.ts';
import { openJob, type Job, type Member } from './job-row.ts';
import { end, moveOn, type Slice } from './slice.ts';

/** Of each entry: when the state was saved that was released, RFC 3339. */
interface MirrorTask {
  savedAt: string[];
}

/** How long one transaction may work before it commits and others have their turn, in milliseconds. */
const SLICE_MS = 60;

/** Has Payload's documents follow the release of a set, in the caller's transaction: they grant nothing and can wait. */
export async function openMirrorJob(req: PayloadRequest, set: string, ready: readonly Ready[]): Promise<void> {
  if (ready.length === 0) return;
  const task: MirrorTask = { savedAt: ready.map(({ dossier }) => String(dossier.stored.updatedAt)) };
  const members = ready.map(({ dossier: { collection, id, revision } }) => ({
    collection,
    id,
    revision: revision.hash,
  }));
  await openJob(req, {
    ...{ kind: 'mirror', subject: `released/${set}`, task, members, slot: null },
    ...{ actor: null, person: null, actorName: 'Clock' },
  });
}

/** As many entries as fit into a short transaction. One whose document cannot be saved keeps no other waiting. */
export const mirrorSlice: Slice = async (payload, job, holder) => {
  try {
    return await transact(payload, (req) => step(req, job, holder, SLICE_MS));
  } catch (error) {
    if (isTransient(error) || databaseTrouble(error)) throw error;
    return pastTheBroken(payload, job, holder);
  }
};

async function step(req: PayloadRequest, job: Job, holder: string, ms: number): Promise<Job | null> {
  const members = job.members ?? [];
  const started = performance.now();
  let { position } = job;
  for (; position < members.length && (position === job.position || performance.now() - started < ms); position += 1) {
    const member = members[position];
    if (member) await follow(req, member, (job.task as MirrorTask).savedAt[position] ?? '');
  }
  if (position < members.length) return moveOn(req, job, holder, { position });
  await end(req, job, holder, 'done');
  await req.payload.db.deleteOne({ collection: 'desk-jobs', where: { uid: { equals: job.uid } }, req });
  return null;
}

/** What was withdrawn or released again since has been followed by the verb that did it. */
async function follow(req: PayloadRequest, { collection, id, revision }: Member, savedAt: string): Promise<void> {
  const row = await req.payload.db.findOne<{ id: DocumentId; liveRevision?: string | null }>({
    collection: 'entry-status',
    where: { and: [{ type: { equals: TYPE_OF[collection] } }, { entryId: { equals: String(id) } }] },
    select: { liveRevision: true },
    req,
  });
  if (row?.liveRevision === revision) await mirrorReleaseLater(req, { collection, id, savedAt });
}

async function pastTheBroken(payload: Payload, job: Job, holder: string): Promise<Job | null> {
  try {
    return await transact(payload, (req) => step(req, job, holder, 0));
  } catch (error) {
    if (isTransient(error) || databaseTrouble(error)) throw error;
    const broken = job.members?.[job.position];
    const msg = `${broken?.collection} ${broken?.id} is released; Payload's own documents could not follow`;
    payload.logger.error({ err: error, msg });
    return transact(payload, (req) => moveOn(req, job, holder, { position: job.position + 1 }));
  }
}
