import type { Payload } from 'payload';
import { transact } from '../../database/transact.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Days that a job which has ended is kept for whoever asked for it. */
const KEPT_DAYS = 30;

/** Removes jobs that ended so long ago, up to `page` in one turn. What they did stands in the history of each entry. */
export async function clearJobs(payload: Payload, { now, page }: { now: Date; page: number }): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY).toISOString();
  const { docs } = await payload.db.find<{ id: number | string }>({
    collection: 'desk-jobs',
    // An open one has no end.
    where: { endedAt: { less_than: before } },
    sort: 'endedAt',
    select: { uid: true },
    pagination: false,
    limit: page,
  });
  if (docs.length === 0) return;
  const where = { id: { in: docs.map(({ id }) => id) } };
  await transact(payload, (req) => payload.db.deleteMany({ collection: 'desk-jobs', where, req }));
}
