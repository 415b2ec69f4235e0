import { parseAddress } from './address.ts';
import type { EmailContext } from './email-context.ts';
import type { FrozenMail } from './mail-transport.ts';
import type { Outcome } from './outcome.ts';
import type { Delivery, DeliveryState } from './store/delivery.ts';

/** How a worker's turn with one delivery ended; null when another worker has it. */
export type Turn = DeliveryState | null;

/** A worker that was taken for dead may come back with the answer: it knows better, as long as no other has tried since. */
const TRIED: readonly DeliveryState[] = ['on-wire', 'uncertain', 'deferred'];

/** What came of a try with these bytes; `code` says it to the log. */
export async function record(
  context: EmailContext,
  onWire: Delivery,
  outcome: Outcome,
  { code, frozen }: { code: string; frozen: FrozenMail },
): Promise<Turn> {
  const { store, now, log } = context;
  const { state, note } = outcome;
  const change = {
    note,
    leaseUntil: null,
    // The bytes are kept to be sent again, and no longer; hash and contents stay.
    ...(outcome.state === 'deferred' ? { dueAt: outcome.retryAt, raw: frozen.raw } : {}),
    ...(outcome.state === 'accepted' ? { acceptedAt: now(), raw: null } : {}),
    ...(outcome.state === 'rejected' ? { raw: null } : {}),
  };
  const recorded = await store.deliveries.advance(onWire, TRIED, state, change);
  if (outcome.state === 'rejected' && outcome.suppress) await refuse(context, onWire, note);
  log({ event: `mail-${state}`, ...idsOf(onWire), tries: onWire.tries, code });
  return recorded ? state : null;
}

/** What the log may know of a mail. */
export const idsOf = ({ uid, enrolmentUid, kind }: Delivery) => ({ delivery: uid, enrolment: enrolmentUid, kind });

async function refuse(context: EmailContext, { recipient }: Delivery, note: string): Promise<void> {
  const address = parseAddress(recipient);
  if (!('issue' in address)) await suppressAddress(context, address.key, note);
}

/** The mailbox does not exist: nothing is sent to it any more. */
export async function suppressAddress({ store, left }: EmailContext, addressKey: string, note: string): Promise<void> {
  if (!(await store.suppressions.has(addressKey))) await left.note('bounced', addressKey);
  await store.suppressions.add(addressKey, { reason: 'bounced', note });
}

/** It must not be sent, now or later. */
export async function suppress({ store, log }: EmailContext, claimed: Delivery, note: string): Promise<Turn> {
  const done = await store.deliveries.advance(claimed, 'claimed', 'suppressed', { note, leaseUntil: null, raw: null });
  log({ event: 'mail-suppressed', ...idsOf(claimed) });
  return done ? 'suppressed' : null;
}

/** It waits, as it was before: what was not handed over yet, whether it stands on the wire or not. */
export async function putBack(
  { store, now, log }: EmailContext,
  claimed: Delivery,
  waitMs: number,
  note: string,
): Promise<Turn> {
  const dueAt = new Date(now().getTime() + waitMs);
  // Tries are counted where the bytes are handed over.
  const change = { note, dueAt, leaseUntil: null, tries: claimed.tries };
  const done = await store.deliveries.advance(claimed, ['claimed', 'on-wire'], 'pending', change);
  if (done) log({ event: 'mail-held', ...idsOf(claimed), until: dueAt.toISOString() });
  return done ? 'pending' : null;
}
