'use client';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { formatMoment } from './dates.ts';
import { byline, lastWord } from './standing.ts';
import { CHANGE_KIND_WORDS, EVENT_WORDS } from './words.ts';

/** What the one asks whose turn it was: the editor of the reviewer, or the reviewer of the editor. */
export function LastWord({ sheet }: { sheet: ReviewSheet }) {
  const event = lastWord(sheet);
  if (!event) return null;
  const { changeKind, changeNote, comment } = event;
  return (
    <section className="workflow__last-word" aria-label={EVENT_WORDS[event.event]}>
      <p>
        <strong>{EVENT_WORDS[event.event]}</strong> by {byline(event)},{' '}
        <time dateTime={event.at}>{formatMoment(event.at)}</time>
      </p>
      {changeNote && (
        <p>
          {changeKind && <strong>{CHANGE_KIND_WORDS[changeKind].label}: </strong>}
          {changeNote}
        </p>
      )}
      {comment && <blockquote>“{comment}”</blockquote>}
    </section>
  );
}
