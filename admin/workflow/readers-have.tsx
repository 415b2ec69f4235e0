'use client';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { daysUntil, formatDay, formatMoment } from './dates.ts';

/** What is live now, and what will happen by itself. */
export function ReadersHave({
  sheet: { live, scheduled, lapsed },
  folder,
}: {
  sheet: Pick<ReviewSheet, 'live' | 'scheduled' | 'lapsed'>;
  folder: string;
}) {
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
                <span className="desk-unseen"> (opens in a new tab)</span>
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
          <dt>{scheduled.verb === 'release' ? 'Under embargo until' : 'Scheduled'}</dt>
          <dd>
            {scheduled.verb === 'withdraw' && 'Withdrawal on '}
            <time dateTime={scheduled.at}>{formatMoment(scheduled.at, ownZone())}</time>
            {scheduled.by && `, set by ${scheduled.by}`}
          </dd>
        </div>
      )}
      {lapsed && (
        <div>
          <dt>Schedule lapsed</dt>
          <dd className="workflow__late">
            <time dateTime={lapsed.at}>{formatMoment(lapsed.at, ownZone())}</time>: {lapsed.because}
          </dd>
        </div>
      )}
    </dl>
  );
}

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
