import type { PayloadRequest, Where } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { ErrorCode } from '../../model/errors.ts';
import type { Acting } from '../../model/person.ts';
import type { DocumentId } from '../records/stored-entry.ts';

/** What a job does to each of its entries: brings its status in line, or takes a verb on it. */
export const JOB_KINDS = ['refresh', 'verb'] as const;
type JobKind = (typeof JOB_KINDS)[number];

/** `stopped`: it ended before its last entry, because one was refused. */
export const JOB_STATES = ['open', 'done', 'stopped'] as const;
type JobState = (typeof JOB_STATES)[number];

/** An entry that a job works on. */
export interface Member {
  collection: EntryCollection;
  id: DocumentId;
  /** the revision that the verb speaks of; empty where the job asks for none */
  revision: string;
}

/** An entry that the job did not do its work on, and why. */
export interface RefusedMember extends Member {
  title: string;
  code: ErrorCode;
  message: string;
}

/** A job as its row holds it. */
export interface Job extends Acting {
  /** in the database */
  id: DocumentId;
  /** for others */
  uid: string;
  kind: JobKind;
  state: JobState;
  /** what it is about: `sources/12`, or the verb */
  subject: string;
  task: unknown;
  /** null until they were looked for */
  members: Member[] | null;
  total: number;
  /** of the members: how many it has been over */
  position: number;
  refused: RefusedMember[];
  actorName: string;
  createdAt: string;
  endedAt: string | null;
}

type NewJob = Pick<Job, 'kind' | 'subject' | 'task' | 'members' | 'actor' | 'person' | 'actorName'> & {
  /** of two open jobs with the same slot the database refuses one; null for a job that there may be many of */
  slot: string | null;
};

/** Nobody has it. */
const LONG_AGO = new Date(0).toISOString();

/** Writes a job down in the caller's transaction; whoever runs jobs finds it once that is committed. Answers its uid. */
export async function openJob(req: PayloadRequest, { slot, ...job }: NewJob): Promise<string> {
  const uid = uuidv7();
  await req.payload.db.create({
    collection: 'desk-jobs',
    data: {
      ...job,
      uid,
      slot: slot ?? uid,
      state: 'open',
      total: job.members?.length ?? 0,
      position: 0,
      refused: [],
      holder: '',
      leaseUntil: LONG_AGO,
    },
    req,
    returning: false,
  });
  return uid;
}

/** The jobs of a condition, oldest first. */
export async function findJobs(req: PayloadRequest, where: Where, limit: number): Promise<Job[]> {
  const { docs } = await req.payload.db.find<Job>({
    collection: 'desk-jobs',
    where,
    sort: 'uid',
    limit,
    pagination: false,
    req,
  });
  return docs;
}

type Change = Partial<Pick<Job, 'position' | 'total' | 'members' | 'refused' | 'state'>> & {
  leaseUntil?: string;
  endedAt?: string;
  slot?: string;
};

/**
 * Writes to a job that this holder has, where it has it still. False when another has taken it over, or when it got on
 * without us: whatever was done in this transaction is then to be undone.
 */
export async function changeJob(
  req: PayloadRequest,
  job: Pick<Job, 'uid' | 'position'>,
  holder: string,
  data: Change,
): Promise<boolean> {
  const where: Where = {
    and: [{ uid: { equals: job.uid } }, { holder: { equals: holder } }, { position: { equals: job.position } }],
  };
  // On SQLite the condition is part of the update with this option; on MongoDB it always is.
  const options = { atomic: true };
  const changed: unknown = await req.payload.db.updateOne({ collection: 'desk-jobs', where, data, options, req });
  return changed !== null;
}
