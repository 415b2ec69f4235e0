import { Link } from '@payloadcms/ui';
import { reviewPath } from '../review/review-path.ts';
import { daysUntil, formatDay } from '../workflow/dates.ts';
import { StateBadge } from '../workflow/state-badge.tsx';
import { counted } from '../workflow/words.ts';
import { listQuery } from './list-query.ts';
import type { FilledBlock } from './read-my-work.ts';
import type { WorkRow } from './work-row.ts';

const DANGER_WORDS: Record<WorkRow['danger'], string> = { safety: 'Safety', overdue: 'Overdue', plain: '' };

/** One block of my work as a table; what is beyond its bound is a link away. */
export function WorkBlock({ block, admin, now }: { block: FilledBlock; admin: string; now: Date }) {
  const { key, title, says, rows, total, where, sort } = block;
  return (
    <section id={key} className="work-box" aria-labelledby={`${key}-title`} tabIndex={-1}>
      <header>
        <h2 id={`${key}-title`}>{title}</h2>
        <span>{says}</span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col" className="work-box__opt">
              State
            </th>
            <th scope="col" className="work-box__due">
              Due
            </th>
            <th scope="col" className="work-box__go">
              <span className="desk-unseen">Next</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.uid}>
              <th scope="row">
                <span className={`work-dot work-dot--${row.danger}`} aria-hidden="true" />
                {DANGER_WORDS[row.danger] && <span className="desk-unseen">{DANGER_WORDS[row.danger]}: </span>}
                <Link href={pathOf(admin, row)} prefetch={false}>
                  {row.title}
                </Link>
                <small>{row.because}</small>
              </th>
              <td className="work-box__opt">
                <StateBadge state={row.state} />
              </td>
              <td className="work-box__due">{row.due && <Due day={row.due} now={now} />}</td>
              <td className="work-box__go">
                <Link className="work-button" href={pathOf(admin, row)} prefetch={false}>
                  {row.action.label}
                  <span className="desk-unseen"> {row.title}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && (
        <p className="work-box__all">
          <Link href={`${admin}/collections/entry-status?${listQuery(where, sort)}`} prefetch={false}>
            All {counted(total, 'entry', 'entries')}
          </Link>
        </p>
      )}
    </section>
  );
}

const pathOf = (admin: string, { collection, id, action }: WorkRow): string =>
  action.on === 'review' ? reviewPath(admin, collection, id) : `${admin}/collections/${collection}/${id}`;

function Due({ day, now }: { day: string; now: Date }) {
  const days = daysUntil(day, now);
  if (days < 0) return <strong className="work-late">Overdue, {formatDay(day)}</strong>;
  if (days <= 1) return <strong>{days === 0 ? 'Today' : 'Tomorrow'}</strong>;
  return <>{formatDay(day)}</>;
}
