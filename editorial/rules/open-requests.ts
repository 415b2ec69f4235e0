import { isAmong } from '../../model/person.ts';
import type { ReviewEvent } from '../../model/review-event.ts';

/**
 * The requests for changes that are open, oldest first, from every event of an entry, oldest first. One stays open
 * over edits and submissions until its editor answers, whoever asked approves, or the entry is released: those
 * who approved that release saw it.
 */
export const openRequests = (events: readonly ReviewEvent[]): ReviewEvent[] =>
  events.filter(
    (request, i) =>
      request.event === 'changes-requested' && !events.slice(i + 1).some((later) => closes(later, request)),
  );

function closes(later: ReviewEvent, request: ReviewEvent): boolean {
  if (later.event === 'approved') return isAmong(later, [request]);
  return later.event === 'answered' || later.event === 'released';
}

/** True when one of the open requests speaks of exactly this text: it is not submitted again without a reply. */
export const needsReply = (requests: readonly ReviewEvent[], revision: string): boolean =>
  requests.some((request) => request.revision === revision);
