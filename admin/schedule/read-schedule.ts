import type { Payload, TypedUser, Where } from 'payload';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import type { EntryStatus } from '../../payload-types.ts';

/** So many of one kind in a month; beyond that the list view has them. */
const MOST = 200;

/** One line of the calendar. */
export interface Planned {
  key: string;
  /** RFC 3339 of a moment, YYYY-MM-DD of a day */
  at: string;
  what: 'release' | 'withdraw' | 'review-due' | 'work-due';
  collection: string;
  id: string;
  title: string;
  /** of what was scheduled: what moving and calling off speak of */
  plan: { revision: string; reason: string | null; by: string | null } | null;
}

export interface Lapsed {
  key: string;
  at: string;
  collection: string;
  id: string;
  title: string;
  because: string;
}

export interface Schedule {
  planned: Planned[];
  lapsed: Lapsed[];
  /** there is more than is shown */
  isCut: boolean;
}

/** The first moments of a month (YYYY-MM) and of the next, in UTC. */
export function boundsOf(month: string): { from: string; until: string } {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return {
    from: new Date(Date.UTC(year, number - 1, 1)).toISOString(),
    until: new Date(Date.UTC(year, number, 1)).toISOString(),
  };
}

/** The month that was asked for, as YYYY-MM; that of today for what is none. */
export const monthOf = (asked: unknown, now: Date): string =>
  typeof asked === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : now.toISOString().slice(0, 7);

/** What happens by itself or falls due in a month, and which plans came to nothing: four indexed questions. */
export async function readSchedule(payload: Payload, user: TypedUser, month: string): Promise<Schedule> {
  const { from, until } = boundsOf(month);
  const within = (column: string): Where => ({
    and: [{ [column]: { greater_than_equal: from } }, { [column]: { less_than: until } }],
  });
  const find = async (where: Where, sort: string) =>
    payload.find({
      collection: 'entry-status',
      ...{ where, sort, limit: MOST, depth: 0, user, overrideAccess: false },
    });
  const [scheduled, work, reviews, lapsed] = await Promise.all([
    find(within('scheduledAt'), 'scheduledAt'),
    find(within('assignedDue'), 'assignedDue'),
    find(within('reviewDue'), 'reviewDue'),
    find({ lapsedAt: { greater_than: '1970-01-01T00:00:00.000Z' } }, '-lapsedAt'),
  ]);
  const planned = [
    ...scheduled.docs.flatMap((row) => (row.scheduledAt ? [plannedOf(row, row.scheduledAt)] : [])),
    ...work.docs.flatMap((row) => (row.assignedDue ? [dueOf(row, 'work-due', row.assignedDue)] : [])),
    ...reviews.docs.flatMap((row) => (row.reviewDue ? [dueOf(row, 'review-due', row.reviewDue)] : [])),
  ];
  return {
    planned: planned.toSorted((one, other) => one.at.localeCompare(other.at)),
    lapsed: lapsed.docs.flatMap((row) =>
      row.lapsedAt ? [{ ...entryOf(row), key: row.uid, at: row.lapsedAt, because: row.lapsedBecause ?? '' }] : [],
    ),
    isCut: [scheduled, work, reviews, lapsed].some(({ totalDocs, docs }) => totalDocs > docs.length),
  };
}

const plannedOf = (row: EntryStatus, at: string): Planned => ({
  ...entryOf(row),
  key: `${row.uid} plan`,
  at,
  what: row.scheduledVerb === 'withdraw' ? 'withdraw' : 'release',
  plan: { revision: row.scheduledRevision ?? '', reason: row.scheduledReason ?? null, by: row.scheduledByName ?? null },
});

const dueOf = (row: EntryStatus, what: 'review-due' | 'work-due', day: string): Planned => ({
  ...entryOf(row),
  key: `${row.uid} ${what}`,
  at: day.slice(0, 10),
  what,
  plan: null,
});

const entryOf = ({ type, entryId, title }: EntryStatus) => ({
  collection: COLLECTION_OF[type],
  id: entryId,
  title: title || 'Untitled',
});
