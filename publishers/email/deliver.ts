import { within } from '../../model/within.ts';
import { checkDelivery } from './delivery-check.ts';
import type { EmailContext } from './email-context.ts';
import { insist } from './insist.ts';
import type { FrozenMail, TransportResult } from './mail-transport.ts';
import { mayGoTwice, outcomeOf } from './outcome.ts';
import { hasMoved, readyMail, type Ready } from './ready-mail.ts';
import { putBack, record, suppress, type Turn } from './record-turn.ts';
import type { Delivery } from './store/delivery.ts';

const MINUTE = 60_000;
/** Longer than the transport's deadline, so that a slow answer is not taken for none. */
const WIRE_LEASE_MS = 10 * MINUTE;
const HELD_BACK_MS = 24 * 60 * MINUTE;
const AFTER_ERROR_MS = 5 * MINUTE;

/**
 * Takes a delivery that this worker has claimed as far as it goes. The order is what makes a mail go out once and only
 * as approved: look again, make the bytes, keep what they are made of and that they are on the wire, make sure that the
 * log has not moved, send, record (ADR 0097). `cut` cuts the wire.
 */
export async function deliver(context: EmailContext, claimed: Delivery, cut?: AbortSignal): Promise<Turn> {
  const boarded = await prepare(context, claimed).catch((error: unknown) => {
    const { kind, uid, enrolmentUid } = claimed;
    context.onError(new Error(`${kind} ${uid} of enrolment ${enrolmentUid}: ${String(error)}`, { cause: error }));
    // It may stand on the wire, and only this worker knows that nothing was handed over.
    return () => insist(() => putBack(context, claimed, AFTER_ERROR_MS, 'Could not be made; the error was recorded.'));
  });
  // From here on nothing is put back: what was handed over is sent, refused or in doubt.
  return typeof boarded === 'function' ? boarded() : send(context, boarded, cut);
}

/** A mail that stands on the wire, and the bytes to hand over. */
interface Boarded {
  onWire: Delivery;
  frozen: FrozenMail;
}

async function prepare(context: EmailContext, claimed: Delivery): Promise<Boarded | Instead> {
  // Whoever is late goes on, but its lease is given up: what it makes is not kept.
  const made = await within(context.makeWithinMs, make(context, claimed), 'it was not made');
  return typeof made === 'function' ? made : board(context, claimed, made);
}

/** What to do instead of sending it. */
type Instead = () => Promise<Turn>;

async function make(context: EmailContext, claimed: Delivery): Promise<Ready | Instead> {
  const check = await checkDelivery(context, claimed);
  if (check.verdict === 'never') return () => suppress(context, claimed, check.note);
  if (check.verdict === 'later')
    return () => putBack(context, claimed, check.until.getTime() - context.now().getTime(), check.note);

  const ready = await readyMail(context, await context.library(), claimed, check);
  if (!('status' in ready)) return ready;
  return () =>
    ready.status === 'never'
      ? suppress(context, claimed, ready.note)
      : putBack(context, claimed, HELD_BACK_MS, ready.note);
}

async function board(
  context: EmailContext,
  claimed: Delivery,
  { frozen, contents, anew, since }: Ready,
): Promise<Boarded | Instead> {
  const { store, now } = context;
  const tries = claimed.tries + 1;
  const keepsBytes = mayGoTwice(claimed, now());
  const leaseUntil = new Date(now().getTime() + WIRE_LEASE_MS);
  const isMine = await store.deliveries.board(claimed, { frozen, anew, keepsBytes, tries, leaseUntil });
  if (!isMine) return () => Promise.resolve(null);
  return (await hasMoved(context, since, contents))
    ? () => insist(() => putBack(context, claimed, 0, 'The text was changed while the mail was being made.'))
    : { onWire: { ...claimed, tries }, frozen };
}

async function send(context: EmailContext, { onWire, frozen }: Boarded, cut: AbortSignal | undefined): Promise<Turn> {
  const { now, transport, breaker, log } = context;
  const result = await transport
    .send(frozen, cut)
    .catch((error: unknown): TransportResult => ({ kind: 'no-answer', reason: String(error) }));
  const state = breaker.heard(result, now());
  const code = codeOf(result);
  if (state) log({ event: `mail-server-${state}`, code });
  const outcome = outcomeOf(result, { ...onWire, now: now() });
  return insist(() => record(context, onWire, outcome, { code, frozen }));
}

/** Without the server's words: they may name the recipient. */
const codeOf = (result: TransportResult): string => (result.kind === 'refused' ? String(result.code) : result.kind);
