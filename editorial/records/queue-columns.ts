import { MOST_REVIEWERS, type Assignee } from '../../model/assignment.ts';
import type { State } from '../../model/lifecycle.ts';
import type { Acting } from '../../model/person.ts';
import { standingOfReviewer, whyNeedsReviewer, type ReviewerStanding } from '../rules/assignments.ts';
import { approversOf, currentRound } from '../rules/state.ts';
import { candidateOf } from './accounts.ts';
import type { Dossier } from './dossier.ts';
import type { Status } from './status-row.ts';

/** What a status row says for the queues of the desk alone: derived with the state, and decides nothing. */
export interface QueueColumns {
  assignedAuthor: string | null;
  openReviewer1: string | null;
  openReviewer2: string | null;
  openReviewer3: string | null;
  /** RFC 3339, the beginning of the day */
  assignedDue: string | null;
  needsReviewer: boolean;
  needsReviewerBecause: string | null;
  approvalsGiven: number;
  approvalsNeeded: number;
  approvers: Acting[];
  isSafety: boolean;
  rank: string;
}

/** The columns that look reviewers up. */
export const REVIEWER_COLUMNS = ['openReviewer1', 'openReviewer2', 'openReviewer3'] as const;

/** A reviewer who was asked, and how they stand now. */
export type AskedReviewer = Assignee & ReviewerStanding;

/** How each reviewer of the draft stands, by the accounts that the dossier was read with. */
export function reviewersOf({ status, people, events, revision, state }: Dossier): AskedReviewer[] {
  const approvers = approversOf(currentRound(events, revision.hash));
  const written = { state, editors: status.editors, authors: status.authors };
  return status.assignment.reviewers.map((asked) => {
    const candidate = candidateOf(people, asked.account);
    const name = candidate?.name ?? asked.name;
    return { ...asked, name, ...standingOfReviewer(name, candidate, written, approvers) };
  });
}

export function queueColumns(dossier: Dossier): QueueColumns {
  const { status, state, events, revision, approvalsNeeded, safety } = dossier;
  const approvers = approversOf(currentRound(events, revision.hash));
  const reviewers = reviewersOf(dossier);
  const because = whyNeedsReviewer(state, approvalsNeeded - approvers.length, reviewers);
  const open = reviewers.filter((one) => one.status === 'open').map(({ account }) => account);
  return {
    ...columnsOf(status, state, open, safety.length > 0),
    needsReviewer: because !== null,
    needsReviewerBecause: because,
    approvalsGiven: approvers.length,
    approvalsNeeded,
    approvers: approvers.map(({ actor, person }) => ({ actor, person })),
  };
}

/** Where no review is under way nobody's word is missing; whoever was asked already is asked still. */
export const queueColumnsAtRest = (status: Status, state: State): QueueColumns => ({
  ...columnsOf(
    status,
    state,
    status.assignment.reviewers.map(({ account }) => account),
    false,
  ),
  needsReviewer: false,
  needsReviewerBecause: null,
  approvalsGiven: 0,
  approvalsNeeded: 0,
  approvers: [],
});

function columnsOf({ assignment }: Status, state: State, open: readonly string[], isSafety: boolean) {
  const [openReviewer1 = null, openReviewer2 = null, openReviewer3 = null] =
    state === 'withdrawn' ? [] : open.slice(0, MOST_REVIEWERS);
  return {
    assignedAuthor: assignment.author?.account ?? null,
    openReviewer1,
    openReviewer2,
    openReviewer3,
    assignedDue: assignment.dueAt === null ? null : `${assignment.dueAt}T00:00:00.000Z`,
    isSafety: isSafety && UNDER_WAY.includes(state),
    rank: `${dangerOf(state, isSafety)} ${assignment.dueAt ?? '9999-12-31'}`,
  };
}

const UNDER_WAY: readonly State[] = ['in-review', 'changes-requested', 'approved', 'scheduled', 'draft'];

/** What can hurt comes before what readers see a warning of, and that before the rest. */
const dangerOf = (state: State, isSafety: boolean): 0 | 1 | 2 => {
  if (isSafety && UNDER_WAY.includes(state)) return 0;
  return state === 'review-overdue' ? 1 : 2;
};
