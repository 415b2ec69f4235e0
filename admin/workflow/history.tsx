'use client';
import type { ReviewEvent } from '../../model/review-event.ts';
import { WITHDRAWAL_WORDS } from '../../model/withdrawal.ts';
import { formatMoment } from './dates.ts';
import { byline } from './standing.ts';
import { CHANGE_KIND_WORDS, EVENT_WORDS } from './words.ts';

/** Who did what to this entry, newest first. */
export function History({ events, revision }: { events: readonly ReviewEvent[]; revision: string }) {
  if (events.length === 0) return null;
  return (
    <details className="workflow__part">
      <summary>History ({events.length})</summary>
      <ol className="workflow__history" reversed>
        {events.map((event, i) => (
          <li key={`${event.at}-${i}`}>
            <Line event={event} isCurrent={event.revision === revision} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Line({ event, isCurrent }: { event: ReviewEvent; isCurrent: boolean }) {
  const { changeKind, changeNote, comment, reason, scheduledFor, sectionsChecked, checklist, oldTextHarmless } = event;
  const says = comment === changeNote ? null : comment;
  return (
    <>
      <p className="workflow__event">
        <strong>{EVENT_WORDS[event.event]}</strong> by {byline(event)}
        {' · '}
        <time dateTime={event.at}>{formatMoment(event.at)}</time>
        {isCurrent && <span className="workflow__tag">this text</span>}
        {!event.stands && <span className="workflow__tag">counts no more</span>}
      </p>
      {scheduledFor && <p>For {formatMoment(scheduledFor)}</p>}
      {reason && <p>Readers are told: {WITHDRAWAL_WORDS[reason]}</p>}
      {changeNote && (
        <p>
          {changeKind && `${CHANGE_KIND_WORDS[changeKind].label}: `}
          {changeNote}
        </p>
      )}
      {says && <blockquote>{says}</blockquote>}
      {oldTextHarmless && <p>Why the old text could not hurt: {oldTextHarmless}</p>}
      {sectionsChecked.length > 0 && <p>Looked at: {sectionsChecked.join(', ')}</p>}
      {checklist.length > 0 && <p>Checked that {checklist.join('; ')}</p>}
    </>
  );
}
