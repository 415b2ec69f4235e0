import { createHash } from 'node:crypto';
import type { Library } from '../../release-log/library.ts';
import { isPastReview } from '../../model/review-due.ts';
import { dayOf } from '../wording/dates.ts';
import { parseAddress } from './address.ts';
import { checkDelivery, type Check } from './delivery-check.ts';
import type { EmailContext } from './email-context.ts';
import type { FrozenMail, TransportResult } from './mail-transport.ts';
import { makeMail } from './make-mail.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { Content, Delivery, DeliveryState } from './store/delivery.ts';

const MINUTE = 60_000;
/** A worker that has not got a mail onto the wire by then is taken for dead. */
const CLAIM_LEASE_MS = 3 * MINUTE;
/** Longer than the transport's deadline, so that a slow answer is not taken for none. */
const WIRE_LEASE_MS = 10 * MINUTE;
const HELD_BACK_MS = 24 * 60 * MINUTE;
const AFTER_ERROR_MS = 5 * MINUTE;

/** How a worker's turn with one delivery ended; null when another worker has it. */
export type Turn = DeliveryState | null;

type Go = Extract<Check, { verdict: 'go' }>;

/**
 * Takes one due delivery as far as it goes. The order is what makes a mail go out once and only as approved:
 * claim, look again, freeze the bytes, make sure that the log has not moved, put it on the wire, send, record.
 */
export async function deliver(context: EmailContext, due: Delivery): Promise<Turn> {
  const { store, now, random } = context;
  const lease = { token: random(), until: new Date(now().getTime() + CLAIM_LEASE_MS) };
  const claimed = await store.deliveries.claim(due, lease, now());
  if (!claimed) return null;
  try {
    return await takeFurther(context, claimed);
  } catch (error) {
    context.onError(error);
    // Nothing is on the wire yet: what fails there is a TransportResult, not an error.
    return putBack(context, claimed, AFTER_ERROR_MS, 'Could not be made; the error was recorded.');
  }
}

async function takeFurther(context: EmailContext, claimed: Delivery): Promise<Turn> {
  const check = await checkDelivery(context, claimed);
  if (check.verdict === 'never') return suppress(context, claimed, check.note);
  if (check.verdict === 'later')
    return putBack(context, claimed, check.until.getTime() - context.now().getTime(), check.note);

  const library = await context.library();
  const ready = (await frozenBefore(context, library, claimed)) ?? (await freezeAnew(context, library, claimed, check));
  if (!ready || 'turn' in ready) return ready?.turn ?? null;
  if (await hasMoved(context, library, ready.contents)) {
    return putBack(context, claimed, 0, 'The text was changed while the mail was being made.');
  }
  return send(context, claimed, ready.frozen);
}

interface Ready {
  frozen: FrozenMail;
  contents: Content[];
}

/** The bytes of an earlier try, if what they say still holds: a retry sends the same bytes. */
async function frozenBefore(
  { store, now, sender }: EmailContext,
  library: Library,
  claimed: Delivery,
): Promise<Ready | null> {
  const { messageId, sha256, contents } = claimed;
  if (!messageId || !sha256 || !holds(library, contents, now())) return null;
  const raw = await store.deliveries.frozen(claimed.uid);
  if (!raw || createHash('sha256').update(raw).digest('hex') !== sha256) return null;
  const envelope = { from: sender.address, to: claimed.recipient };
  return { frozen: { messageId, date: claimed.plannedAt, envelope, raw }, contents };
}

/** No release in the mail was replaced or withdrawn, and none is past its review date. */
function holds(library: Library, contents: Content[], now: Date): boolean {
  return contents.every(({ uid, seq }) => {
    const live = library.live(uid);
    if (live) return live.seq === seq && !isPastReview(live.reviewDue, dayOf(now));
    return library.withdrawn(uid)?.seq === seq;
  });
}

async function freezeAnew(
  context: EmailContext,
  library: Library,
  claimed: Delivery,
  check: Go,
): Promise<Ready | { turn: Turn } | null> {
  const made = await makeMail(context, library, claimed, check);
  if (made.status === 'never') return { turn: await suppress(context, claimed, made.note) };
  if (made.status === 'held-back') return { turn: await putBack(context, claimed, HELD_BACK_MS, made.note) };
  const { frozen, subject, contents } = made;
  const kept = await context.store.deliveries.freeze(claimed, frozen, { subject, contents });
  return kept ? { frozen, contents } : null;
}

/**
 * Asks the log itself whether something in the mail was released or withdrawn since the library was read.
 * What the mail is made of is stored by now, so a row that enters the log after this question finds it
 * when the log is followed: between the two no correction is lost.
 */
async function hasMoved({ releaseLog }: EmailContext, library: Library, contents: Content[]): Promise<boolean> {
  if ((await releaseLog.head()) === library.head) return false;
  const rows = await releaseLog.after(library.head, 100);
  return rows.length === 100 || rows.some((row) => contents.some(({ uid }) => uid === row.uid));
}

async function send(context: EmailContext, claimed: Delivery, frozen: FrozenMail): Promise<Turn> {
  const { store, now, transport } = context;
  const tries = claimed.tries + 1;
  const onWire = await store.deliveries.advance(claimed, 'claimed', 'on-wire', {
    tries,
    leaseUntil: new Date(now().getTime() + WIRE_LEASE_MS),
  });
  if (!onWire) return null;
  const result = await transport
    .send(frozen)
    .catch((error: unknown): TransportResult => ({ kind: 'no-answer', reason: String(error) }));
  return record(context, onWire, outcomeOf(result, { tries, now: now() }));
}

async function record(context: EmailContext, onWire: Delivery, outcome: Outcome): Promise<Turn> {
  const { store, now, log } = context;
  const { state, note } = outcome;
  const change = {
    note,
    leaseUntil: null,
    ...(outcome.state === 'deferred' ? { dueAt: outcome.retryAt } : {}),
    // The bytes were only kept to be sent again; hash and contents stay.
    ...(outcome.state === 'accepted' ? { acceptedAt: now(), raw: null } : {}),
    ...(outcome.state === 'rejected' ? { raw: null } : {}),
  };
  // A worker that was taken for dead may come back with the answer: it knows better than `uncertain`.
  const recorded =
    (await store.deliveries.advance(onWire, 'on-wire', state, change)) ??
    (await store.deliveries.advance(onWire, 'uncertain', state, change));
  if (outcome.state === 'rejected' && outcome.suppress) await suppressAddress(context, onWire, note);
  log({ event: 'delivery', delivery: onWire.uid, kind: onWire.kind, state });
  return recorded && state;
}

async function suppressAddress({ store }: EmailContext, { recipient }: Delivery, note: string): Promise<void> {
  const address = parseAddress(recipient);
  if (!('issue' in address)) await store.suppressions.add(address.key, note);
}

async function suppress({ store, log }: EmailContext, claimed: Delivery, note: string): Promise<Turn> {
  const done = await store.deliveries.advance(claimed, 'claimed', 'suppressed', { note, leaseUntil: null, raw: null });
  log({ event: 'delivery', delivery: claimed.uid, kind: claimed.kind, state: 'suppressed', note });
  return done && 'suppressed';
}

async function putBack({ store, now }: EmailContext, claimed: Delivery, waitMs: number, note: string): Promise<Turn> {
  const dueAt = new Date(now().getTime() + waitMs);
  const done = await store.deliveries.advance(claimed, 'claimed', 'pending', { note, dueAt, leaseUntil: null });
  return done && 'pending';
}
