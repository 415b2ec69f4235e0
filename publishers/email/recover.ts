import type { EmailContext } from './email-context.ts';

const BATCH = 500;
const NOTE = 'The worker stopped while the mail was on the wire: it may or may not have arrived.';

/**
 * Takes up what dead workers left. A mail that was not yet on the wire goes back into the queue with its bytes;
 * one that was on the wire is a question for a person, unless sending it again replaces the first.
 * Answers how many were found.
 */
export async function recoverAbandoned({ store, now, transport, log }: EmailContext): Promise<number> {
  const claimed = await store.deliveries.abandoned('claimed', now(), BATCH);
  for (const delivery of claimed) {
    await store.deliveries.advance(delivery, 'claimed', 'pending', { dueAt: now(), leaseUntil: null });
  }
  const onWire = await store.deliveries.abandoned('on-wire', now(), BATCH);
  for (const delivery of onWire) {
    const again = transport.repeatable;
    const change = { leaseUntil: null, ...(again ? { dueAt: now() } : { note: NOTE }) };
    const found = await store.deliveries.advance(delivery, 'on-wire', again ? 'pending' : 'uncertain', change);
    if (found) log({ event: 'delivery', delivery: delivery.uid, kind: delivery.kind, state: found.state, note: NOTE });
  }
  return claimed.length + onWire.length;
}
