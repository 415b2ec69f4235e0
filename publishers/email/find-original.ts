import type { EmailContext } from './email-context.ts';
import type { Delivery, DeliveryState } from './store/delivery.ts';

export type Original = { status: 'sent'; original: Delivery } | { status: 'under-way' } | { status: 'none' };

/** An uncertain mail may well have arrived: a correction too many is better than wrong advice left standing. */
const SENT: readonly DeliveryState[] = ['accepted', 'uncertain'];
const UNDER_WAY: readonly DeliveryState[] = ['claimed', 'on-wire'];
/** States in which the old text went out or may be going out; a waiting mail is made anew before it is sent. */
export const MAY_HAVE_GONE: readonly DeliveryState[] = [...SENT, ...UNDER_WAY];

/** The lesson to which a correction is threaded: the last one that this person was sent with the old text in it. */
export async function findOriginal({ store, releaseLog }: EmailContext, correction: Delivery): Promise<Original> {
  const row = await releaseLog.bySeq(correction.correctionSeq ?? 0);
  if (!row) return { status: 'none' };
  const lessons = (await store.deliveries.ofSubscriber(correction.subscriberUid, 'lesson')).filter((delivery) =>
    delivery.contents.some(({ uid, seq }) => uid === row.uid && seq < row.seq),
  );
  const enrolments = await store.enrolments.ofSubscriber(correction.subscriberUid);
  const left = new Set(enrolments.filter(({ status }) => status === 'unsubscribed').map(({ uid }) => uid));
  const relevant = lessons.filter(({ enrolmentUid }) => !left.has(enrolmentUid));
  const original = relevant.filter(({ state }) => SENT.includes(state)).at(-1);
  if (original) return { status: 'sent', original };
  return { status: relevant.some(({ state }) => UNDER_WAY.includes(state)) ? 'under-way' : 'none' };
}
