import type { EmailContext } from './email-context.ts';
import { mayGoTwice } from './outcome.ts';
import { idsOf } from './record-turn.ts';

const BATCH = 500;
const NOTE = 'The worker stopped while the mail was on the wire: it may or may not have arrived.';

/**
 * Takes up what dead workers left. A mail that was not yet on the wire goes back into the queue with its bytes;
 * one that was on the wire is sent again where one too many is better than none, or where a second replaces the
 * first; else it is a question for a person.
 * Answers how many were found.
 */
export async function recoverAbandoned({ store, now, transport, log }: EmailContext): Promise<number> {
  const claimed = await store.deliveries.abandoned('claimed', now(), BATCH);
  for (const delivery of claimed) {
    await store.deliveries.advance(delivery, 'claimed', 'pending', { dueAt: now(), leaseUntil: null });
  }
  const onWire = await store.deliveries.abandoned('on-wire', now(), BATCH);
  for (const delivery of onWire) {
    const again = transport.repeatable || mayGoTwice(delivery, now());
    const change = { leaseUntil: null, note: NOTE, ...(again ? { dueAt: now() } : {}) };
    const state = again ? 'deferred' : 'uncertain';
    const found = await store.deliveries.advance(delivery, 'on-wire', state, change);
    if (found) log({ event: `mail-${state}`, ...idsOf(delivery), tries: delivery.tries, code: 'worker-stopped' });
  }
  return claimed.length + onWire.length;
}
