import type { Where } from 'payload';
import type { Content, Delivery } from './delivery.ts';
import { text, type Documents, type Stored } from './documents.ts';

/** Which releases each delivery was made of, one row each: how a correction finds who was sent the old text. */
export interface DeliveryContents {
  /** Never taken back, because a retry may be under way. */
  note(delivery: Pick<Delivery, 'uid' | 'subscriberUid'>, contents: Content[]): Promise<unknown>;
  /** Uids of deliveries that were ever made of a release of `uid` before `seq`; a page of them after `after`. */
  before(uid: string, seq: number, after: string, limit: number): Promise<{ uids: string[]; next: string | null }>;
  removeOfSubscriber(subscriberUid: string): Promise<void>;
}

/** The rows of one delivery, by their unique `contentKey`. */
export const contentRows = (
  { uid, subscriberUid }: Pick<Delivery, 'uid' | 'subscriberUid'>,
  contents: Content[],
): Stored[] =>
  contents.map((content) => ({ ...content, contentKey: `${uid}|${content.seq}`, deliveryUid: uid, subscriberUid }));

export function createDeliveryContents(documents: Documents): DeliveryContents {
  return {
    note: (delivery, contents) =>
      documents.insertMissing('delivery-contents', 'contentKey', contentRows(delivery, contents)),
    async before(uid, seq, after, limit) {
      const where: Where = { and: [{ uid: { equals: uid } }, { contentKey: { greater_than: after } }] };
      const rows = await documents.find('delivery-contents', where, { limit, sort: 'contentKey' });
      const uids = rows.filter((row) => Number(row.seq) < seq).map((row) => text(row, 'deliveryUid'));
      const last = rows.at(-1);
      return { uids: [...new Set(uids)], next: rows.length === limit && last ? text(last, 'contentKey') : null };
    },
    removeOfSubscriber: (subscriberUid) =>
      documents.remove('delivery-contents', { subscriberUid: { equals: subscriberUid } }),
  };
}
