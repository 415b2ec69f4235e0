import type { State } from '../../model/lifecycle.ts';
import { isPastReview } from '../../model/review-due.ts';
import type { Release } from '../../model/release-row.ts';
import { isAmong } from '../../model/person.ts';
import type { ReviewEvent } from '../../model/review-event.ts';

export interface StateInput {
  /** hash of the current draft */
  hash: string;
  /** every event of the entry, oldest first */
  events: readonly ReviewEvent[];
  /** the entry's latest row in the log, if it was ever released */
  last: (Pick<Release, 'kind' | 'revision'> & { reviewDue?: string | null }) | null;
  approvalsNeeded: number;
  /** the revision that a pending scheduled release names */
  scheduledRelease: string | null;
  now: Date;
}

/** The state of an entry's current draft (docs/workflow.md), derived: nothing else decides it. */
export function deriveState({ hash, events, last, approvalsNeeded, scheduledRelease, now }: StateInput): State {
  if (last?.kind === 'released' && last.revision === hash) {
    return isPastReview(last.reviewDue, now) ? 'review-overdue' : 'live';
  }
  const round = currentRound(events, hash);
  if (round.length === 0) return last?.kind === 'withdrawn' && last.revision === hash ? 'withdrawn' : 'draft';
  if (round.at(-1)?.event === 'changes-requested') return 'changes-requested';
  if (approversOf(round).length < approvalsNeeded) return 'in-review';
  return scheduledRelease === hash ? 'scheduled' : 'approved';
}

const DECISIVE = ['submitted', 'approved', 'changes-requested'];
const ENDS_ROUND = ['released', 'withdrawn', 'edited'];

/**
 * The events of the review round that is under way for a revision: since it was last submitted, if the entry
 * has not entered the log, been edited or been submitted with another text since then. What was approved
 * before any of these is used up, although the same text may come back.
 */
export function currentRound(events: readonly ReviewEvent[], hash: string): ReviewEvent[] {
  const submitted = events.findLastIndex(({ event }) => event === 'submitted');
  const round = submitted < 0 ? [] : events.slice(submitted);
  if (round[0]?.revision !== hash || round.some(({ event }) => ENDS_ROUND.includes(event))) return [];
  return round.filter((e) => e.revision === hash && DECISIVE.includes(e.event));
}

/**
 * The approvals of a round that count: after the last request for changes, the latest of each person, while whoever
 * gave it is in good standing.
 */
export function approversOf(round: readonly ReviewEvent[]): ReviewEvent[] {
  const lastRefusal = round.findLastIndex(({ event }) => event === 'changes-requested');
  const given = round
    .slice(lastRefusal + 1)
    .filter(({ event, clinician, stands }) => event === 'approved' && clinician && stands);
  return given.filter((approval, i) => !isAmong(approval, given.slice(i + 1)));
}
