'use client';
import type { ReviewEvent } from '../../model/review-event.ts';
import { formatMoment } from './dates.ts';
import { byline } from './standing.ts';
import { counted } from './words.ts';

/** What reviewers asked for and nobody has answered; nothing when there is none. */
export function OpenRequests({ requests, note }: { requests: readonly ReviewEvent[]; note?: string }) {
  if (requests.length === 0) return null;
  return (
    <section className="workflow__said workflow__said--open" aria-label="Open requests for changes">
      <h3>{counted(requests.length, 'open request for changes', 'open requests for changes')}</h3>
      {note && <p>{note}</p>}
      <ul>
        {requests.map((request, i) => (
          <li key={`${request.at}-${i}`}>
            <p>
              {byline(request)}, <time dateTime={request.at}>{formatMoment(request.at)}</time>
            </p>
            <blockquote>{request.comment}</blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}
