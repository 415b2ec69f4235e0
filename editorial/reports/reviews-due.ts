import type { PayloadRequest } from 'payload';
import type { EntryType } from '../../model/entries/types.ts';
import type { Period, Report } from '../rules/reports/report.ts';

const DAY = 24 * 3_600_000;
/** What falls due this soon is on the list. */
const AHEAD_DAYS = 90;

/** What readers have and whose review is overdue or falls due within ninety days, the most overdue first. */
export async function reviewsDue({ payload }: PayloadRequest, { until }: Period): Promise<Report> {
  const { docs } = await payload.db.find<{ uid: string; type: EntryType; title?: string; reviewDue: string }>({
    collection: 'entry-status',
    where: { reviewDue: { less_than_equal: new Date(until.getTime() + AHEAD_DAYS * DAY).toISOString() } },
    sort: 'reviewDue',
    pagination: false,
    limit: 0,
    select: { uid: true, type: true, title: true, reviewDue: true },
  });
  const rows = docs.map(({ uid, type, title, reviewDue }) => {
    const days = Math.floor((Date.parse(reviewDue) - until.getTime()) / DAY) + 1;
    return { entry: { type, uid }, cells: [title ?? 'Untitled', type, reviewDue.slice(0, 10), days] };
  });
  const overdue = rows.filter(({ cells }) => Number(cells[3]) < 0).length;
  return {
    columns: [
      { label: 'Entry', kind: 'text' },
      { label: 'Type', kind: 'text' },
      { label: 'Review due', kind: 'day' },
      { label: 'Days left', kind: 'number' },
    ],
    totals: [
      { label: 'overdue', value: overdue },
      { label: `due within ${AHEAD_DAYS} days`, value: rows.length - overdue },
    ],
    rows,
  };
}
