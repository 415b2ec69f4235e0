import { Link } from '@payloadcms/ui';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { timelinePath } from '../timeline/timeline-path.ts';
import { listQuery } from './list-query.ts';
import type { MyWork } from './read-my-work.ts';

/** When reviews fall due, with the way to those that do. */
export function CalendarBox({ calendar, admin }: { calendar: MyWork['calendar']; admin: string }) {
  const most = Math.max(1, ...calendar.map(({ count }) => count));
  return (
    <section className="work-box" aria-labelledby="calendar-title">
      <header>
        <h2 id="calendar-title">Review calendar</h2>
        <Link href={`${admin}/schedule`} prefetch={false}>
          Schedule
        </Link>
      </header>
      <ul className="work-calendar">
        {calendar.map(({ label, tone, where, count }) => (
          <li key={label} data-tone={tone}>
            <span>{label}</span>
            <i style={{ width: `${Math.round((100 * count) / most)}%` }} aria-hidden="true" />
            {count > 0 ? (
              <Link href={`${admin}/collections/entry-status?${listQuery(where, 'reviewDue')}`} prefetch={false}>
                {count}
                <span className="desk-unseen"> reviews due: {label}</span>
              </Link>
            ) : (
              <b>0</b>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ReleasedBox({ released, admin }: { released: MyWork['released']; admin: string }) {
  return (
    <section className="work-box" aria-labelledby="released-title">
      <header>
        <h2 id="released-title">What readers got last</h2>
      </header>
      {released.length === 0 ? (
        <p className="work-box__empty">Nothing was released yet.</p>
      ) : (
        <ul className="work-box__lines">
          {released.map(({ seq, kind, type, uid, title, version, releasedAt }) => (
            <li key={seq}>
              <span>
                <Link href={timelinePath(admin, { collection: COLLECTION_OF[type], id: uid })} prefetch={false}>
                  {title}
                </Link>
                <small>
                  {kind === 'withdrawn' ? 'Withdrawn' : `Version ${version}`}, <LocalTime at={releasedAt} />
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
