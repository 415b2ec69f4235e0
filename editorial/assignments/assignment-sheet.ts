import type { Assignment } from '../../model/assignment.ts';
import { candidateOf } from '../records/accounts.ts';
import type { Actor } from '../records/actor.ts';
import type { Dossier } from '../records/dossier.ts';
import { reviewersOf, type AskedReviewer } from '../records/queue-columns.ts';
import { isAway } from '../rules/absence.ts';
import { mayAssign, whyNeedsReviewer, whyNotAuthor, whyNotReviewer } from '../rules/assignments.ts';
import { nextStep, stagesOf, type Stage, type Step } from '../rules/next-step.ts';
import { WHO_MAY } from '../rules/lifecycle.ts';
import { isAmong } from '../../model/person.ts';
import { approversOf, currentRound } from '../rules/state.ts';
import type { Verb } from '../../model/lifecycle.ts';

/** Whoever was asked, as the staff sees it; `because` says why they cannot do it now. */
interface Asked {
  account: string;
  name: string;
  because: string | null;
  /** YYYY-MM-DD; null while they are there */
  awayUntil: string | null;
}

/** `assignment` of the review sheet: who is asked, how they stand, and what the one who looks may change. */
export interface AssignmentSheet extends Pick<Assignment, 'turn' | 'dueAt' | 'byName' | 'at' | 'comment'> {
  author: Asked | null;
  reviewers: (Asked & Pick<AskedReviewer, 'status'>)[];
  /** why somebody must still be asked to review it */
  needsReviewer: string | null;
  /** may give the work out */
  mayAssign: boolean;
  /** may take the review over, or hand theirs back */
  mayTake: boolean;
  mayHandBack: boolean;
}

/** What of a review sheet is about persons: who is asked, the stages that policy asks for, what comes next for whoever looks. */
export function whoIsAsked(
  dossier: Dossier,
  asker: Actor,
  refusal: (verb: Verb) => string | null,
): { assignment: AssignmentSheet; stages: Stage[]; nextStep: Step } {
  const { status, people, state, events, revision, approvalsNeeded, now } = dossier;
  const { author, reviewers: _, ...kept } = status.assignment;
  const today = now.toISOString().slice(0, 10);
  const awayUntil = (account: string) => {
    const known = people.accounts.get(account);
    return known && isAway(known, today) ? (known.absence?.until ?? null) : null;
  };
  const approvers = approversOf(currentRound(events, revision.hash));
  const approvals = { given: approvers.length, needed: approvalsNeeded };
  const reviewers = reviewersOf(dossier);
  const needsReviewer = whyNeedsReviewer(state, approvals.needed - approvals.given, reviewers);
  const isReviewer = reviewers.some(({ account }) => account === asker.actor);
  const self = asker.actor === null ? null : candidateOf(people, asker.actor);
  const isWriter = author !== null && author.account === asker.actor;
  return {
    assignment: {
      ...kept,
      author: author && {
        ...author,
        because: whyNotAuthor(candidateOf(people, author.account))?.message ?? null,
        awayUntil: awayUntil(author.account),
      },
      reviewers: reviewers.map((one) => ({ ...one, awayUntil: awayUntil(one.account) })),
      needsReviewer,
      mayAssign: mayAssign(asker.role),
      mayTake: self !== null && !isReviewer && !isWriter && whyNotReviewer(self, { ...status, state }) === null,
      mayHandBack: isReviewer,
    },
    stages: stagesOf(state, approvals),
    nextStep: nextStep({
      state,
      approvals,
      isReviewer,
      hasApproved: isAmong(asker, approvers),
      needsReviewer,
      mayEdit: WHO_MAY['submit-for-review'].includes(asker.role),
      mayAssign: mayAssign(asker.role),
      refusal,
    }),
  };
}
