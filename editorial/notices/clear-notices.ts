import type { Payload } from 'payload';
import { transact } from '../../database/transact.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Days that a notice is kept once it was read, and four times as long where nobody reads it. */
const KEPT_DAYS = 90;
const UNREAD_TIMES = 4;

/** Removes notices that had their time, up to `page` of each sort in one turn. What happened stands in the history. */
export async function clearNotices(
  payload: Payload,
  { now, page, keptDays = KEPT_DAYS }: { now: Date; page: number; keptDays?: number | undefined },
): Promise<void> {
  for (const unread of [false, true]) {
    const before = new Date(now.getTime() - keptDays * (unread ? UNREAD_TIMES : 1) * DAY).toISOString();
    const { docs } = await payload.db.find<{ id: number | string }>({
      collection: 'notices',
      where: { and: [{ unread: { equals: unread } }, { at: { less_than: before } }] },
      sort: 'at',
      select: { uid: true },
      pagination: false,
      limit: page,
    });
    if (docs.length === 0) continue;
    const where = { id: { in: docs.map(({ id }) => id) } };
    await transact(payload, (req) => payload.db.deleteMany({ collection: 'notices', where, req }));
  }
}
