'use client';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { daysUntil, formatDay, formatMoment } from './dates.ts';

/** What is live now, and what will happen by itself. */
export function ReadersHave({ sheet: { live, scheduled }, folder }: { sheet: ReviewSheet; folder: string }) {
  return (
    <dl className="workflow__facts">
      <div>
        <dt>Readers have</dt>
        <dd>
          {live ? (
            <>
              Version {live.version}, released {formatDay(live.releasedAt)} ·{' '}
              <a href={`/${folder}/${live.slug}`} target="_blank" rel="noreferrer">
                See the page<span aria-hidden="true"> ↗</span>
                <span className="workflow__unseen"> (opens in a new tab)</span>
              </a>
            </>
          ) : (
            'Nothing of this entry'
          )}
        </dd>
      </div>
      {live && (
        <div>
          <dt>Next review</dt>
          <dd>
            {formatDay(live.reviewDue)}
            {daysUntil(live.reviewDue, new Date()) < 0 && <strong className="workflow__late"> overdue</strong>}
          </dd>
        </div>
      )}
      {scheduled && (
        <div>
          <dt>Scheduled</dt>
          <dd>
            {scheduled.verb === 'release' ? 'Release' : 'Withdrawal'} on{' '}
            <time dateTime={scheduled.at}>{formatMoment(scheduled.at)}</time>
            {scheduled.by && `, set by ${scheduled.by}`}
          </dd>
        </div>
      )}
    </dl>
  );
}
