import type { PayloadRequest, Where } from 'payload';
import { readColleagues } from '../assignments/colleagues.ts';
import { servicesOf } from '../records/services.ts';
import type { DueRow } from '../records/due-rows.ts';
import { inTheirPlace } from './in-their-place.ts';
import { notify } from './notify.ts';

/** As the database has it. */
interface Row extends DueRow {
  title?: string | null;
  state: string;
  assignedAuthor?: string | null;
  openReviewer1?: string | null;
  openReviewer2?: string | null;
  openReviewer3?: string | null;
  assignedDue?: string | null;
}

/** Tells that the day until when somebody was asked is tomorrow: while it is in review the reviewers, else its author. */
export async function tellDue(req: PayloadRequest, uid: string): Promise<void> {
  const { db } = req.payload;
  const now = servicesOf(req.payload).now();
  const row = await db.findOne<Row>({ collection: 'entry-status', where: { uid: { equals: uid } }, req });
  if (!row?.askNoticeAt || new Date(row.askNoticeAt) > now) return;
  const day = row.assignedDue?.slice(0, 10) ?? null;
  const isDueStill: Where = { and: [{ uid: { equals: uid } }, { askNoticeAt: { equals: row.askNoticeAt } }] };
  const data = { askNoticeAt: null, askTold: day };
  await db.updateOne({ collection: 'entry-status', where: isDueStill, data, options: { atomic: true }, req });
  if (day === null) return;
  const reviewers = [row.openReviewer1, row.openReviewer2, row.openReviewer3];
  const asked = row.state === 'in-review' ? reviewers : [row.assignedAuthor];
  const accounts = asked.flatMap((account) => account ?? []);
  await notify(req, {
    kind: 'due-tomorrow',
    entry: { type: row.type, uid, title: row.title ?? uid },
    to: inTheirPlace(accounts, await readColleagues(req), { day: now.toISOString().slice(0, 10) }),
    by: null,
    occasion: day,
    detail: day,
    at: now,
  });
}
