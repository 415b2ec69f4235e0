'use client';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { formatMoment } from './dates.ts';
import { byline, submissionOf } from './standing.ts';
import { CHANGE_KIND_WORDS, EVENT_WORDS } from './words.ts';

/** What the editor says to whoever reviews: what changed, and what became of requests for changes. */
export function Submitted({ sheet }: { sheet: ReviewSheet }) {
  const submission = submissionOf(sheet);
  if (!submission) return null;
  const { submitted, reply } = submission;
  const { changeKind, changeNote, comment } = submitted;
  return (
    <section className="workflow__said" aria-label={EVENT_WORDS.submitted}>
      <p>
        <strong>{EVENT_WORDS.submitted}</strong> by {byline(submitted)},{' '}
        <time dateTime={submitted.at}>{formatMoment(submitted.at)}</time>
      </p>
      {changeNote && (
        <p>
          {changeKind && <strong>{CHANGE_KIND_WORDS[changeKind].label}: </strong>}
          {changeNote}
        </p>
      )}
      {comment && <blockquote>{comment}</blockquote>}
      {reply?.requests.map((request) => (
        <p key={request.at}>
          {byline(request)} had asked: “{request.comment}”
        </p>
      ))}
      {reply && (
        <p>
          <strong>Answer:</strong> “{reply.answered.comment}”
        </p>
      )}
    </section>
  );
}
