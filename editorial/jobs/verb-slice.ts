import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { isTransient, transact } from '../../database/transact.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import { TYPE_OF } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { readSharedOnce } from '../records/read-once.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { noteAct } from '../change-sets/set-row.ts';
import { assignEntryIn } from '../assignments/assign.ts';
import { askVerb, takeVerbIn } from '../verbs/take-verb.ts';
import { inReleaseOrder, isDoneAlready, kindAtLeast } from './of-a-set.ts';
import type { Job, Member, RefusedMember } from './job-row.ts';
import { end, JobTaken, moveOn, type Slice } from './slice.ts';
import type { SetTask, VerbTask } from './verb-task.ts';

type User = NonNullable<PayloadRequest['user']>;

/** How long entries are asked about before the answer is written down, in milliseconds. */
const ASKING_MS = 60;
/** How long a job is held while it releases all of a set in one transaction, in milliseconds. */
const RELEASE_MS = 120_000;

interface Work {
  payload: Payload;
  job: Job & { members: Member[] };
  task: VerbTask;
  user: User;
  holder: string;
}
type SetWork = Work & { task: SetTask };

/**
 * Takes a verb on the next entry of a job, in a transaction of its own. For a change set every entry is asked about
 * first, and one that may not stops the act before anything has happened; a release is one transaction for all.
 */
export const verbSlice: Slice = async (payload, job, holder) => {
  try {
    return await step(payload, job, holder);
  } catch (error) {
    if (mayPass(error)) throw error;
    // Not of one entry: of its account, or of its end.
    return stop(payload, job, holder, [], unexpected(payload, error));
  }
};

const step: Slice = async (payload, job, holder) => {
  const task = job.task as VerbTask;
  const members = job.members ?? [];
  const user = await userOf(payload, job, task);
  const gone = new CodedError('not-authenticated', 'The account that asked for this is no more.');
  if (!user) return stop(payload, job, holder, members.slice(0, 1), gone);
  const work: Work = { payload, job: { ...job, members }, task, user, holder };
  if (task.set === null) return takeNext(work, job.position);
  const ofSet: SetWork = { ...work, task };
  if (job.position < members.length) return ask(ofSet);
  if (job.refused.length > 0) return transact(payload, (req) => end(req, job, holder, 'stopped'));
  return task.verb === 'release' ? releaseAll(ofSet) : takeNext(work, job.position - members.length);
};

/** Asks about entries of a set, as many as a moment allows, without holding up who writes. */
async function ask({ payload, job, task: { verb, body: said }, user, holder }: SetWork): Promise<Job> {
  const req = await createLocalReq({ user }, payload);
  const started = performance.now();
  const refused = [...job.refused];
  let { position } = job;
  while (position < job.members.length && (position === job.position || performance.now() - started < ASKING_MS)) {
    const member = job.members[position];
    position += 1;
    if (!member) continue;
    const body = { ...said, revision: member.revision };
    const asking = (more: object) => askVerb(req, { ...member, verb, body: { ...body, ...more }, by: { user } });
    const error = await refusalOf(payload, () => asHighAsNeeded(payload, asking));
    if (error && !isDoneAlready(verb, error)) refused.push(await named(req, member, error));
  }
  return transact(payload, (inside) => moveOn(inside, job, holder, { position, refused }));
}

/** Takes the verb on one entry. Beyond the last one the job has come to its end. */
async function takeNext(work: Work, at: number): Promise<Job | null> {
  const { payload, job, task, user, holder } = work;
  const member = job.members[at];
  if (!member) return finish(work);
  const error = await refusalOf(payload, () =>
    transact(
      payload,
      async (req) => {
        await takeOne(req, work, member);
        await moveOn(req, job, holder, { position: job.position + 1 });
      },
      { user },
    ),
  );
  if (error === null) return { ...job, position: job.position + 1 };
  if (task.set !== null && !isDoneAlready(task.verb, error)) return stop(payload, job, holder, [member], error);
  return transact(payload, async (req) => {
    const refused = task.set === null ? [...job.refused, await named(req, member, error)] : job.refused;
    return moveOn(req, job, holder, { position: job.position + 1, refused });
  });
}

/** Takes the verb on one entry, in the caller's transaction. */
async function takeOne(req: PayloadRequest, { task: { verb, body }, user }: Work, member: Member): Promise<void> {
  // It speaks of the entry, whatever its draft is.
  if (verb === 'reassign') return assignEntryIn(req, { ...member, body, user });
  const take = (more: object) =>
    takeVerbIn(req, { ...member, verb, body: { ...body, ...more, revision: member.revision }, by: { user } });
  await asHighAsNeeded(req.payload, take);
}

/** A change is called as little as it was said, or as much as this entry needs: more is the safe side. */
async function asHighAsNeeded(payload: Payload, take: (more: object) => Promise<void>): Promise<void> {
  const error = await refusalOf(payload, () => take({}));
  if (error === null) return;
  const minimum = kindAtLeast(error);
  if (minimum === null) throw error;
  await take({ changeKind: minimum });
}

/** All of a set in one transaction, or none of it: each entry through the verb, and so through the gate. */
async function releaseAll(work: SetWork): Promise<Job | null> {
  const { payload, holder, user, task, job: claimed } = work;
  const job = await transact(payload, (req) => moveOn(req, claimed, holder, {}, RELEASE_MS));
  let at: Member | undefined;
  const error = await refusalOf(payload, () =>
    transact(
      payload,
      async (req) => {
        readSharedOnce(req);
        for (const member of inReleaseOrder(claimed.members)) {
          at = member;
          const body = { revision: member.revision };
          const refused = await refusalOf(payload, () =>
            takeVerbIn(req, { ...member, verb: 'release', body, by: { user } }),
          );
          if (refused && !isDoneAlready('release', refused)) throw refused;
        }
        await noteAct(req, task.set, 'release', actingOf(claimed));
        await end(req, job, holder, 'done');
      },
      { user },
    ),
  );
  return error ? stop(payload, job, holder, at ? [at] : [], error) : null;
}

const finish = ({ payload, job, task, holder }: Work): Promise<null> =>
  transact(payload, async (req) => {
    if (task.set !== null) await noteAct(req, task.set, task.verb, actingOf(job));
    return end(req, job, holder, 'done');
  });

const actingOf = ({ actor, person, actorName: name }: Job) => ({ actor, person, name });

const stop = (
  payload: Payload,
  job: Job,
  holder: string,
  members: readonly Member[],
  error: CodedError,
): Promise<null> =>
  transact(payload, async (req) => {
    const refused = [...job.refused];
    for (const member of members) refused.push(await named(req, member, error));
    return end(req, { ...job, refused }, holder, 'stopped');
  });

/**
 * The refusal that work throws, or null. What nobody expected is written to the log and counts as a refusal: a job that
 * met it again and again would never end, and keep its person and its set from everything else. What another attempt
 * may cure is thrown on.
 */
async function refusalOf(payload: Payload, work: () => Promise<unknown>): Promise<CodedError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (mayPass(error)) throw error;
    return error instanceof CodedError ? error : unexpected(payload, error);
  }
}

/** Another attempt, or whoever has the job now, may get past it. */
const mayPass = (error: unknown): boolean =>
  error instanceof JobTaken || isTransient(error) || databaseTrouble(error) !== null;

function unexpected(payload: Payload, error: unknown): CodedError {
  payload.logger.error({ err: error, msg: 'a verb of a job failed' });
  return new CodedError('internal-error', 'It failed here; the log of the server says why.');
}

async function named(req: PayloadRequest, member: Member, { code, message }: CodedError): Promise<RefusedMember> {
  const row = await req.payload.db.findOne<{ id: DocumentId; title?: string | null }>({
    collection: 'entry-status',
    where: {
      and: [{ type: { equals: TYPE_OF[member.collection] } }, { entryId: { equals: String(member.id) } }],
    },
    req,
  });
  return {
    collection: member.collection,
    id: member.id,
    revision: member.revision,
    title: row?.title ?? '',
    code,
    message,
  };
}

/** Who asked, as their account is now: what they may do is asked again for each entry. */
async function userOf(payload: Payload, { actor }: Job, { strategy }: VerbTask): Promise<User | null> {
  const id = payload.db.defaultIDType === 'number' ? Number(actor) : (actor ?? '');
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  });
  const [user] = docs;
  return user ? Object.assign(user, { collection: 'users' as const, _strategy: strategy }) : null;
}
