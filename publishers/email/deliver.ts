import { within } from '../../model/within.ts';
import { checkDelivery } from './delivery-check.ts';
import type { EmailContext } from './email-context.ts';
import { insist } from './insist.ts';
import type { FrozenMail, TransportResult } from './mail-transport.ts';
import { outcomeOf } from './outcome.ts';
import { hasMoved, readyMail } from './ready-mail.ts';
import { putBack, record, suppress, type Turn } from './record-turn.ts';
import type { Delivery } from './store/delivery.ts';

const MINUTE = 60_000;
/** A worker that has not got a mail onto the wire by then is taken for dead. */
const CLAIM_LEASE_MS = 3 * MINUTE;
/** Longer than the transport's deadline, so that a slow answer is not taken for none. */
const WIRE_LEASE_MS = 10 * MINUTE;
const HELD_BACK_MS = 24 * 60 * MINUTE;
const AFTER_ERROR_MS = 5 * MINUTE;

/**
 * Takes one due delivery as far as it goes. The order is what makes a mail go out once and only as approved:
 * claim, look again, freeze the bytes, make sure that the log has not moved, put it on the wire, send, record.
 * `cut` cuts the wire.
 */
export async function deliver(context: EmailContext, due: Delivery, cut?: AbortSignal): Promise<Turn> {
  const { store, now, random, makeWithinMs } = context;
  const lease = { token: random(), until: new Date(now().getTime() + CLAIM_LEASE_MS) };
  const claimed = await store.deliveries.claim(due, lease, now());
  if (!claimed) return null;
  try {
    // Whoever is late goes on, but its lease is given up: what it makes is not kept.
    const made = await within(makeWithinMs, make(context, claimed), 'it was not made');
    return typeof made === 'function' ? await made() : await send(context, claimed, made, cut);
  } catch (error) {
    const { kind, uid, enrolmentUid } = claimed;
    context.onError(new Error(`${kind} ${uid} of enrolment ${enrolmentUid}: ${String(error)}`, { cause: error }));
    // Nothing is on the wire yet: what fails there is a TransportResult, not an error.
    return putBack(context, claimed, AFTER_ERROR_MS, 'Could not be made; the error was recorded.');
  }
}

/** What to do instead of sending it. */
type Instead = () => Promise<Turn>;

async function make(context: EmailContext, claimed: Delivery): Promise<FrozenMail | Instead> {
  const check = await checkDelivery(context, claimed);
  if (check.verdict === 'never') return () => suppress(context, claimed, check.note);
  if (check.verdict === 'later')
    return () => putBack(context, claimed, check.until.getTime() - context.now().getTime(), check.note);

  const library = await context.library();
  const madeSince = library.head;
  const ready = await readyMail(context, library, claimed, check);
  if (ready === null) return () => Promise.resolve(null);
  if ('status' in ready) {
    return () =>
      ready.status === 'never'
        ? suppress(context, claimed, ready.note)
        : putBack(context, claimed, HELD_BACK_MS, ready.note);
  }
  if (await hasMoved(context, madeSince, ready.contents)) {
    return () => putBack(context, claimed, 0, 'The text was changed while the mail was being made.');
  }
  return ready.frozen;
}

async function send(
  context: EmailContext,
  claimed: Delivery,
  frozen: FrozenMail,
  cut: AbortSignal | undefined,
): Promise<Turn> {
  const { store, now, transport, breaker, log } = context;
  const tries = claimed.tries + 1;
  const onWire = await store.deliveries.advance(claimed, 'claimed', 'on-wire', {
    tries,
    leaseUntil: new Date(now().getTime() + WIRE_LEASE_MS),
  });
  if (!onWire) return null;
  const result = await transport
    .send(frozen, cut)
    .catch((error: unknown): TransportResult => ({ kind: 'no-answer', reason: String(error) }));
  const state = breaker.heard(result, now());
  const code = codeOf(result);
  if (state) log({ event: `mail-server-${state}`, code });
  const outcome = outcomeOf(result, { ...onWire, tries, now: now() });
  return insist(() => record(context, onWire, outcome, code));
}

/** Without the server's words: they may name the recipient. */
const codeOf = (result: TransportResult): string => (result.kind === 'refused' ? String(result.code) : result.kind);
