import type { Payload, PayloadRequest } from 'payload';
import { isTransient, transact } from '../../database/transact.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import { COLLECTION_OF, isShared } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { entriesUsing } from '../records/entries-using.ts';
import { refreshStatus } from '../records/entry-status.ts';
import { findJobs, type Job, type Member } from './job-row.ts';
import { end, moveOn, type Slice } from './slice.ts';

/** The subject of a refresh of all that is under review. */
export const UNDER_REVIEW = 'under-review';

/** How long one transaction may work before it commits and others have their turn, in milliseconds. */
const SLICE_MS = 60;

/** Brings entries in line with a document that they carry, as many as fit into a short transaction. */
export const refreshSlice: Slice = async (payload, job, holder) => {
  try {
    return await transact(payload, (req) => step(req, job, holder, SLICE_MS));
  } catch (error) {
    if (isTransient(error) || databaseTrouble(error) || job.members === null) throw error;
    return await pastTheBroken(payload, job, holder);
  }
};

async function step(req: PayloadRequest, job: Job, holder: string, ms: number): Promise<Job | null> {
  if (job.members === null) return begin(req, job, holder);
  const { members } = job;
  const started = performance.now();
  let { position } = job;
  for (; position < members.length && (position === job.position || performance.now() - started < ms); position += 1) {
    const member = members[position];
    if (member) await bringInLine(req, member, job);
  }
  if (position < members.length) return moveOn(req, job, holder, { position });
  return finish(req, job, holder);
}

/** Looks for the entries. A later save of the same document by the same person does all that this one would. */
async function begin(req: PayloadRequest, job: Job, holder: string): Promise<Job | null> {
  const { subject, uid } = job;
  const later = await findJobs(
    req,
    { and: [{ subject: { equals: subject } }, { state: { equals: 'open' } }, { uid: { greater_than: uid } }] },
    0,
  );
  const isSame = ({ actor, person, members }: Job) => members === null && actor === job.actor && person === job.person;
  if (later.some(isSame)) return finish(req, job, holder);
  const members = await membersOf(req, subject);
  return moveOn(req, job, holder, { members, total: members.length });
}

async function membersOf(req: PayloadRequest, subject: string): Promise<Member[]> {
  const [collection = '', id = ''] = subject.split('/');
  if (subject === UNDER_REVIEW) return underReview(req, 0);
  if (!isShared(collection)) return [];
  const own = req.payload.db.defaultIDType === 'number' ? Number(id) : id;
  return (await entriesUsing(req, collection, own)).map((entry) => ({
    collection: entry.collection,
    id: entry.id,
    revision: '',
  }));
}

/** The entries whose approvals may count, at most so many of them; 0 for all. */
export async function underReview(req: PayloadRequest, most: number): Promise<Member[]> {
  const { docs } = await req.payload.find({
    collection: 'entry-status',
    where: { state: { in: ['in-review', 'approved', 'scheduled'] } },
    limit: most,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { type: true, uid: true },
    req,
  });
  return docs.map(({ type, uid }) => ({ collection: COLLECTION_OF[type], id: uid, revision: '' }));
}

async function bringInLine(req: PayloadRequest, { collection, id }: Member, job: Job): Promise<void> {
  try {
    const { actor, person, actorName: name } = job;
    const changedBy = person === null ? null : { actor, person, name };
    await refreshStatus(req, collection, id, { changedBy, isLater: true });
  } catch (error) {
    // Deleted since it was found.
    if (!(error instanceof CodedError && error.code === 'not-found')) throw error;
  }
}

/** The row of what came to its end is of no use to anybody. */
async function finish(req: PayloadRequest, job: Job, holder: string): Promise<null> {
  await end(req, job, holder, 'done');
  await req.payload.db.deleteOne({ collection: 'desk-jobs', where: { uid: { equals: job.uid } }, req });
  return null;
}

/** One entry that cannot be read keeps no other waiting: verbs on it read it themselves. */
async function pastTheBroken(payload: Payload, job: Job, holder: string): Promise<Job | null> {
  try {
    return await transact(payload, (req) => step(req, job, holder, 0));
  } catch (error) {
    if (isTransient(error) || databaseTrouble(error)) throw error;
    const broken = job.members?.[job.position];
    payload.logger.error({ err: error, msg: `${broken?.collection} ${broken?.id} could not be refreshed` });
    return transact(payload, (req) => moveOn(req, job, holder, { position: job.position + 1 }));
  }
}
