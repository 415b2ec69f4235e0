import type { Payload, PayloadRequest, Where } from 'payload';
import { transact } from '../../database/transact.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { servicesOf } from '../records/services.ts';

const ofThem = (account: DocumentId, ...and: Where[]): Where => ({
  and: [{ recipient: { equals: String(account) } }, ...and],
});
const UNREAD: Where = { unread: { equals: true } };

/** How many notices this person has not read. One question of an index. */
export async function readUnreadCount(
  { payload }: Pick<PayloadRequest, 'payload'>,
  account: DocumentId,
): Promise<number> {
  const { totalDocs } = await payload.db.count({ collection: 'notices', where: ofThem(account, UNREAD) });
  return totalDocs;
}

/** Marks as read what this person was told: these, or all until a moment, so that what came meanwhile stays unread. */
export async function readMine(
  payload: Payload,
  account: DocumentId,
  which: { notices: string[] } | { all: true; until?: string | undefined },
): Promise<void> {
  const until = 'all' in which && which.until !== undefined ? which.until : servicesOf(payload).now().toISOString();
  const those: Where =
    'notices' in which ? { uid: { in: which.notices } } : { at: { less_than_equal: new Date(until).toISOString() } };
  const readAt = servicesOf(payload).now().toISOString();
  await transact(payload, (req) =>
    payload.db.updateMany({
      collection: 'notices',
      where: ofThem(account, UNREAD, those),
      data: { unread: false, readAt },
      req,
    }),
  );
}

/** Removes what an account that goes was told, in the transaction that deletes it. */
export async function removeNoticesOf(req: PayloadRequest, account: DocumentId): Promise<void> {
  await req.payload.db.deleteMany({ collection: 'notices', where: ofThem(account), req });
}
