import type { PayloadRequest } from 'payload';
import type { State } from '../../model/lifecycle.ts';
import type { ChangeKind } from '../../model/release-row.ts';
import { CodedError, type ErrorCode } from '../../model/errors.ts';
import { findJobs } from '../jobs/job-row.ts';
import { progressOf, type Progress } from '../jobs/verb-job.ts';
import type { Change } from '../rules/changes.ts';
import { readReview } from '../verbs/take-verb.ts';
import { readSet, type ChangeSet, type SetMember } from './set-row.ts';

/** Entries whose changes are told at once: working them out is most of what an answer takes. */
const PAGE = 15;

/** An entry of a set as whoever reviews the set sees it. */
export interface ReviewedMember extends SetMember {
  /** null when the entry is no more */
  state: State | null;
  /** its draft is another than the set speaks of: nothing of the set can be done until its members are looked at again */
  isStale: boolean;
  /** the revision of its draft */
  current: string | null;
  approvals: { given: number; needed: number };
  minimumChangeKind: ChangeKind | null;
  /** readers have an earlier text */
  isLive: boolean;
  changes: Change[];
  /** why this person may not approve it; null when they may */
  refusal: { code: ErrorCode; message: string } | null;
}

export interface ReviewedSet {
  set: ChangeSet;
  /** the latest act on all of it */
  progress: Progress | null;
  /** from `from` on, a page of them */
  members: ReviewedMember[];
  /** where the next page begins; null at the end */
  next: number | null;
}

/** A change set with the changes of a page of its entries, for one review of all. Throws `not-found`. */
export async function readReviewedSet(req: PayloadRequest, id: string, from: number): Promise<ReviewedSet> {
  const set = await readSet(req, id);
  const [job] = set.job === null ? [] : await findJobs(req, { uid: { equals: set.job } }, 1);
  const members: ReviewedMember[] = [];
  for (const member of set.members.slice(from, from + PAGE)) members.push(await reviewed(req, member));
  const next = from + PAGE < set.members.length ? from + PAGE : null;
  return { set, progress: job ? progressOf(job) : null, members, next };
}

async function reviewed(req: PayloadRequest, member: SetMember): Promise<ReviewedMember> {
  try {
    const sheet = await readReview(req, member.collection, member.id);
    return {
      ...member,
      state: sheet.state,
      isStale: sheet.revision !== member.revision,
      current: sheet.revision,
      approvals: sheet.approvals,
      minimumChangeKind: sheet.minimumChangeKind,
      isLive: sheet.live !== null,
      changes: sheet.changes,
      refusal: sheet.refusals.approve ?? null,
    };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { code, message } = error;
    return {
      ...member,
      ...{ state: null, isStale: true, current: null, approvals: { given: 0, needed: 0 } },
      ...{ minimumChangeKind: null, isLive: false, changes: [], refusal: { code, message } },
    };
  }
}
