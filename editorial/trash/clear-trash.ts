import type { Payload } from 'payload';
import { transact } from '../../database/transact.ts';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { appendLine } from '../records/audit-trail.ts';
import type { DeletedDraft } from '../records/deleted-draft.ts';

/**
 * Removes from the trash what is in it for good: up to `page` rows, the longest due first, each with a line in the
 * audit trail. Safe to run anywhere, any number of times.
 */
export async function clearTrash(payload: Payload, { now, page }: { now: Date; page: number }): Promise<void> {
  const isOver = { expiresAt: { less_than_equal: now.toISOString() } };
  const { docs } = await payload.db.find<DeletedDraft>({
    collection: 'deleted-drafts',
    where: isOver,
    sort: 'expiresAt',
    select: { uid: true },
    pagination: false,
    limit: page,
  });
  for (const { id } of docs) {
    await transact(payload, async (req) => {
      const collection = 'deleted-drafts';
      const where = { and: [{ id: { equals: id } }, isOver] };
      const row = await payload.db.findOne<DeletedDraft>({ collection, where, req });
      if (!row) return;
      await payload.db.deleteOne({ collection, where, req });
      const { type, uid, title, deletedOn } = row;
      await appendLine(req, {
        action: `${COLLECTION_OF[type]} removed from the trash`,
        subject: `${COLLECTION_OF[type]}/${uid}`,
        user: null,
        details: { title, deletedOn },
      });
    });
  }
}
