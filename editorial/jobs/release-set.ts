import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { isTransient, transact } from '../../database/transact.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { CodedError } from '../../model/errors.ts';
import { RowInTheWay } from '../../model/many-rows.ts';
import { EndHasMoved } from '../../release-log/append-row.ts';
import type { SigningKey } from '../../release-log/signature.ts';
import { lookAround, type Look } from '../records/basis.ts';
import { refreshStatus } from '../records/entry-status.ts';
import { readSharedOnce } from '../../database/read-once.ts';
import { servicesOf } from '../records/services.ts';
import {
  ChangedMeanwhile,
  OutOfLine,
  planRelease,
  readyToRelease,
  releaseTogether,
  type Ready,
} from '../verbs/release-together.ts';
import type { Job, Member } from './job-row.ts';

type User = NonNullable<PayloadRequest['user']>;

/** How old what entries share may be before it is read again, in milliseconds. */
const LOOK_MS = 2_000;
/** How often a release is planned anew because something came between. */
const ROUNDS = 6;

/** What was read of the members of a set that is to be released, in the order in which they enter the log. */
interface Preparation {
  /** uid of the job */
  job: string;
  user: User;
  /** null for a member that readers have already */
  ready: (Ready | null)[];
}

/** Of the job that a process works on, in that process: another one begins anew. */
const preparations = new WeakMap<Payload, Preparation>();

/** What this process has prepared for a job up to this position; null where it has not. */
export function preparationOf(payload: Payload, job: Pick<Job, 'uid' | 'position'>, user: User): Preparation | null {
  const found = preparations.get(payload);
  if (found?.job === job.uid && found.ready.length === job.position) return found;
  if (job.position > 0) return null;
  const begun: Preparation = { job: job.uid, user, ready: [] };
  preparations.set(payload, begun);
  return begun;
}

/** Its job has ended, or is begun anew. */
export const forgetPreparation = (payload: Payload): boolean => preparations.delete(payload);

const looks = new WeakMap<Preparation, { req: PayloadRequest; look: Look; since: number }>();

/** A request that reads what entries share once, for a while. */
async function lookOf(payload: Payload, preparation: Preparation, key: SigningKey, isFresh = false) {
  const known = looks.get(preparation);
  if (known && !isFresh && performance.now() - known.since < LOOK_MS) return known;
  const req = await createLocalReq({ user: preparation.user }, payload);
  readSharedOnce(req);
  const look = { req, look: await lookAround(req, key), since: performance.now() };
  looks.set(preparation, look);
  return look;
}

/** Prepares the next member. Throws its refusal. */
export async function prepareNext(payload: Payload, preparation: Preparation, member: Member): Promise<void> {
  const at = preparation.ready.length;
  preparation.ready.push(null);
  preparation.ready[at] = await prepared(payload, preparation, at, member);
}

async function prepared(
  payload: Payload,
  preparation: Preparation,
  at: number,
  member: Member,
  isFresh = false,
): Promise<Ready> {
  const { user, ready } = preparation;
  const key = await servicesOf(payload).signingKey();
  const { req, look } = await lookOf(payload, preparation, key, isFresh);
  const before = new Map<string, EntryContent>();
  for (const one of ready.slice(0, at)) if (one) before.set(one.dossier.uid, one.dossier.revision.content);
  try {
    return await readyToRelease(req, { ...member, user, look, before });
  } catch (error) {
    if (!(error instanceof OutOfLine) || isFresh) throw error;
    await transact(payload, (inside) => refreshStatus(inside, member.collection, member.id, { isLater: true }));
    return prepared(payload, preparation, at, member, true);
  }
}

/** A member that was changed while the release was prepared, and may not be released any more. */
export class RefusedMeanwhile extends Error {
  readonly member: Member;
  readonly refusal: CodedError;

  constructor(member: Member, refusal: CodedError) {
    super(refusal.message);
    this.member = member;
    this.refusal = refusal;
  }
}

/**
 * Releases all that was prepared in one transaction, in which `finish` ends the act. Where something came between,
 * nothing is released: the entries that it concerns are asked about again, and it is tried again. Throws
 * `RefusedMeanwhile` for one that may not any more.
 */
export async function releasePrepared(
  payload: Payload,
  preparation: Preparation,
  members: readonly Member[],
  finish: (req: PayloadRequest, ready: readonly Ready[]) => Promise<void>,
): Promise<void> {
  const { user, ready } = preparation;
  const key = await servicesOf(payload).signingKey();
  let inTheWay: Member | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const all = ready.filter((one) => one !== null);
    const plan = await planRelease(await createLocalReq({ user }, payload), all, key);
    try {
      await transact(
        payload,
        async (req) => {
          await releaseTogether(req, plan, key);
          await finish(req, all);
        },
        { user },
      );
      return;
    } catch (error) {
      const stale = staleAfter(error, all);
      if (stale === null) throw error;
      inTheWay = members.find((_, at) => stale.some((one) => one === ready[at]));
      await prepareAgain(payload, preparation, members, new Set<unknown>(stale));
    }
  }
  const [first] = members;
  const refusal = new CodedError('wrong-state', 'Others were writing all the time. Nothing was released: try again.');
  if (first) throw new RefusedMeanwhile(inTheWay ?? first, refusal);
}

/** Those to ask about again; null of an error that this cures nothing of. */
function staleAfter(error: unknown, all: readonly Ready[]): readonly object[] | null {
  if (error instanceof EndHasMoved) return [];
  if (error instanceof ChangedMeanwhile) return error.changed;
  return error instanceof RowInTheWay ? all : null;
}

async function prepareAgain(
  payload: Payload,
  preparation: Preparation,
  members: readonly Member[],
  stale: ReadonlySet<unknown>,
): Promise<void> {
  // What entries share is read anew with the first of them.
  looks.delete(preparation);
  for (const [at, member] of members.entries()) {
    const known = preparation.ready[at];
    if (!known || !stale.has(known)) continue;
    try {
      preparation.ready[at] = await prepared(payload, preparation, at, member);
    } catch (error) {
      if (!(error instanceof CodedError) || isTransient(error) || databaseTrouble(error)) throw error;
      throw new RefusedMeanwhile(member, error);
    }
  }
}
