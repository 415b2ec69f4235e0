import type { PayloadRequest, Where } from 'payload';
import type { Acting } from '../../model/person.ts';
import type { DueRow } from '../records/due-rows.ts';
import { servicesOf } from '../records/services.ts';
import { nextReviewNotice, reviewNoticeNow } from '../rules/review-notices.ts';
import { mayAct } from '../rules/who-is-told.ts';
import { readStaff } from './staff.ts';
import { notify, type Recipient } from './notify.ts';

/** As the database has it. */
interface Row extends DueRow {
  title?: string | null;
  authors?: unknown;
}

/**
 * Tells that the review of what readers have is due in 30 or 7 days or today: who approved it and may renew it, on the
 * day itself everybody who may, and always when none of those is left.
 */
export async function tellReviewDue(req: PayloadRequest, uid: string): Promise<void> {
  const { db } = req.payload;
  const now = servicesOf(req.payload).now();
  const row = await db.findOne<Row>({ collection: 'entry-status', where: { uid: { equals: uid } }, req });
  // Another clock was faster, or the entry was renewed or withdrawn.
  if (!row?.noticeDueAt || new Date(row.noticeDueAt) > now) return;
  const { reviewDue, liveRevision } = row;
  const kind = reviewDue && liveRevision ? reviewNoticeNow(reviewDue, now) : null;
  const next = reviewDue && liveRevision ? nextReviewNotice(reviewDue, now) : null;
  const isDueStill: Where = { and: [{ uid: { equals: uid } }, { noticeDueAt: { equals: row.noticeDueAt } }] };
  const data = { noticeDueAt: next?.toISOString() ?? null };
  await db.updateOne({ collection: 'entry-status', where: isDueStill, data, options: { atomic: true }, req });
  if (kind === null || !reviewDue || !liveRevision) return;
  await notify(req, {
    kind,
    entry: { type: row.type, uid, title: row.title ?? uid },
    to: await renewersOf(req, row, liveRevision, kind === 'review-due-0'),
    by: null,
    occasion: reviewDue.slice(0, 10),
    detail: reviewDue.slice(0, 10),
    at: now,
  });
}

async function renewersOf(
  req: PayloadRequest,
  { uid, authors }: Row,
  revision: string,
  everybody: boolean,
): Promise<Recipient[]> {
  const wrote = Array.isArray(authors) ? (authors as Acting[]) : [];
  const may = mayAct('renew-review', await readStaff(req), wrote);
  const { docs } = await req.payload.db.find<{ id: number | string; actor?: string | null }>({
    collection: 'reviews',
    where: {
      and: [{ entry: { equals: uid } }, { event: { equals: 'approved' } }, { revision: { equals: revision } }],
    },
    select: { actor: true },
    pagination: false,
    limit: 100,
    req,
  });
  const approved = may.filter(({ actor }) => docs.some((one) => one.actor === actor));
  const isApprover = (actor: string) => approved.some((one) => one.actor === actor);
  const asked = everybody || approved.length === 0 ? may : approved;
  return asked.map(({ actor }) => ({ account: actor, named: isApprover(actor) }));
}
