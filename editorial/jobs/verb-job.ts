import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { isDuplicate } from '../../database/is-duplicate.ts';
import { transact } from '../../database/transact.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { storable } from '../verbs/storable.ts';
import { editorOf } from '../records/actor.ts';
import { findJobs, openJob, type Job, type Member } from './job-row.ts';
import { soon } from './run-jobs.ts';
import { BULK_BODIES, type BulkVerb, type SetVerb, type VerbTask } from './verb-task.ts';

type User = NonNullable<PayloadRequest['user']>;

/** How many entries one job takes a verb on. */
const MOST_MEMBERS = 1000;

const collections = ENTRY_TYPES.map((type) => COLLECTION_OF[type]) as [EntryCollection, ...EntryCollection[]];

const memberShape = z.object({
  collection: z.enum(collections),
  id: z.union([z.string().regex(/^[0-9a-f]{24}$/i), z.int().positive()]),
  revision: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Entries, each once, so many at most. */
export const membersOf = (most: number) =>
  z
    .array(memberShape)
    .min(1)
    .max(most)
    .refine(
      (members) => new Set(members.map(({ collection, id }) => `${collection}/${id}`)).size === members.length,
      'An entry is named twice.',
    );

const bulkShape = z.object({ members: membersOf(MOST_MEMBERS), body: z.unknown() });

/**
 * Writes down that a verb is to be taken on many entries, each in a transaction of its own and by the verb's own rules.
 * Answers the job's uid. Throws `invalid-request`, and `wrong-state` while this person has another under way.
 */
export async function startBulk(payload: Payload, user: User, verb: BulkVerb, given: unknown): Promise<string> {
  const { members, body } = parsed(bulkShape, storable(given));
  const said = parsed(BULK_BODIES[verb], storable(body ?? {}));
  const uid = await transact(payload, (req) => openVerbJob(req, user, members, { verb, body: said, set: null }), {
    user,
  });
  soon(payload);
  return uid;
}

/** A verb and what it says, of entries that somebody chose or of a set. */
type Asked = { body: object } & ({ verb: BulkVerb; set: null } | { verb: SetVerb; set: string });

/** The same in the caller's transaction, for what has parsed it already. */
export async function openVerbJob(req: PayloadRequest, user: User, members: Member[], asked: Asked): Promise<string> {
  const { actor, person, name } = await editorOf(req, user);
  const strategy = '_strategy' in user && typeof user._strategy === 'string' ? user._strategy : 'local-jwt';
  const task: VerbTask = { ...asked, strategy };
  try {
    return await openJob(req, {
      ...{ kind: 'verb', subject: asked.set ?? asked.verb, task, members, slot: `person/${person}` },
      ...{ actor, person, actorName: name },
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new CodedError('wrong-state', 'Another action of yours on many entries is under way. Wait until it ends.');
  }
}

/** How a job stands, for the person who asked for it. */
export interface Progress extends Pick<Job, 'uid' | 'state' | 'total' | 'refused'> {
  verb: string;
  /** entries that it has been over, those refused included */
  done: number;
  /** of a change set: it still asks whether each entry may, and has done nothing */
  isChecking: boolean;
  startedBy: string;
  endedAt: string | null;
}

/** Throws `not-found` for a job that is none of this person's; an admin sees all. */
export async function readProgress(req: PayloadRequest, user: User, uid: string): Promise<Progress> {
  const where: Where = { and: [{ uid: { equals: uid } }, { kind: { equals: 'verb' } }] };
  const [job] = await findJobs(req, where, 1);
  if (!job || (user.role !== 'admin' && job.actor !== String(user.id)))
    throw new CodedError('not-found', 'There is no such action.');
  return progressOf(job);
}

export function progressOf({ uid, state, total, position, refused, actorName, endedAt, task }: Job): Progress {
  const { verb, set } = task as VerbTask;
  // For a set every entry is asked about first.
  const done = set === null ? position : Math.max(0, position - total);
  return {
    ...{ uid, state, total, refused, verb },
    done: state === 'done' ? total : Math.min(done, total),
    isChecking: set !== null && position < total,
    startedBy: actorName,
    endedAt: endedAt ?? null,
  };
}

/** What was sent, as the shape says; throws `invalid-request` with the fields. */
export function parsed<Shape extends z.ZodType>(shape: Shape, given: unknown): z.infer<Shape> {
  const { data, error } = shape.safeParse(given);
  if (!error) return data;
  const fields = error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new CodedError('invalid-request', fields.map(({ field, message }) => `${field}: ${message}`).join('; '), {
    fields,
  });
}
