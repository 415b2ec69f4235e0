import type { Actor } from '../records/actor.ts';
import type { Dossier } from '../records/dossier.ts';
import { whyNotAuthor } from '../rules/assignments.ts';
import { candidateOf } from '../records/accounts.ts';

/** Whoever submits an entry that has no author is its author: what is sent back must come to somebody. */
export function takeAuthorship(dossier: Dossier, { actor, name }: Actor): void {
  const { assignment } = dossier.status;
  if (actor === null || assignment.author !== null) return;
  if (assignment.reviewers.some(({ account }) => account === actor)) return;
  if (whyNotAuthor(candidateOf(dossier.people, actor))) return;
  dossier.status.assignment = { ...assignment, turn: assignment.turn + 1, author: { account: actor, name } };
}

/** Readers have the text: nobody is asked to review it any more, and nothing is due. Its author stays. */
export function endReview({ status }: Dossier): void {
  const { assignment } = status;
  if (assignment.reviewers.length === 0 && assignment.dueAt === null) return;
  status.assignment = { ...assignment, turn: assignment.turn + 1, reviewers: [], dueAt: null, comment: null };
}
