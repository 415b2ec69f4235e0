import { Link } from '@payloadcms/ui';
import type { ReactNode } from 'react';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import type { EntryStatus, Review } from '../../payload-types.ts';
import { reviewPath } from '../review/review-path.ts';
import { daysUntil, formatDay } from '../workflow/dates.ts';
import { counted, TYPE_WORDS } from '../workflow/words.ts';
import { LocalTime } from './local-time.tsx';
import { toListQuery, wasEditedBy, type QueueKey } from './queues.ts';
import type { DeskQueue } from './read-desk.ts';

interface QueueCardProps {
  queue: DeskQueue;
  lastWords: ReadonlyMap<string, Review>;
  /** database id of whoever looks, as text; null when their role approves nothing */
  approver: string | null;
  admin: string;
  now: Date;
}

export function QueueCard({ queue, lastWords, approver, admin, now }: QueueCardProps) {
  const { key, title, says, rows, total } = queue;
  const headingId = `desk-${key}`;
  return (
    <section className={`desk-card desk-card--${key}`} aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>
          {title} <span className="desk-card__count">{total}</span>
        </h2>
        <p>{says}</p>
      </header>
      <ul>
        {rows.map((row) => (
          <li key={row.uid}>
            <Link href={placeOf(key, row, admin)}>{row.title || 'Untitled'}</Link>
            <span className="desk-card__type">{TYPE_WORDS[row.type]}</span>
            <p>{noteOf(key, row, { said: lastWords.get(row.uid), approver, now })}</p>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <Link className="desk-card__all" href={`${admin}/collections/entry-status?${toListQuery(queue)}`}>
          Show all {counted(total, 'entry', 'entries')}
        </Link>
      )}
    </section>
  );
}

/** What waits for a clinician opens where it is reviewed, all else in its form. */
const placeOf = (key: QueueKey, { type, entryId }: EntryStatus, admin: string): string =>
  key === 'in-review'
    ? reviewPath(admin, COLLECTION_OF[type], entryId)
    : `${admin}/collections/${COLLECTION_OF[type]}/${entryId}`;

interface Context {
  said: Review | undefined;
  approver: string | null;
  now: Date;
}

function noteOf(key: QueueKey, row: EntryStatus, { said, approver, now }: Context): ReactNode {
  switch (key) {
    case 'in-review':
      return (
        <>
          {said && (
            <>
              {said.actorName}, <LocalTime at={said.at} />: {said.changeNote}
            </>
          )}
          {wasEditedBy(row.editors, approver) && <em> You edited it: another clinician must approve it.</em>}
        </>
      );
    case 'changes-requested':
      return said ? (
        <>
          {said.actorName}: {said.comment}
        </>
      ) : null;
    case 'drafts':
      return row.changedSinceApproval ? 'Changed since it was approved' : 'Never approved';
    case 'approved':
      return row.liveSeq ? 'Replaces what readers have' : 'New to readers';
    case 'scheduled':
      return row.scheduledAt ? (
        <>
          {row.scheduledVerb === 'withdraw' ? 'Withdrawal' : 'Release'} on <LocalTime at={row.scheduledAt} />
          {row.scheduledByName && `, set by ${row.scheduledByName}`}
        </>
      ) : null;
    case 'review-due':
      return row.reviewDue ? dueNote(row.reviewDue, now) : null;
  }
}

function dueNote(reviewDue: string, now: Date): ReactNode {
  const days = daysUntil(reviewDue, now);
  if (days < 0) return <strong>Overdue since {formatDay(reviewDue)}</strong>;
  return `Due ${formatDay(reviewDue)}, ${days === 0 ? 'today' : `in ${counted(days, 'day')}`}`;
}
