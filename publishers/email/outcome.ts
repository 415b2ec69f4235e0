import type { TransportResult } from './mail-transport.ts';
import type { Delivery, DeliveryKind } from './store/delivery.ts';

/** What the ledger writes after a try. */
export type Outcome =
  | { state: 'accepted'; note: string }
  | { state: 'deferred'; note: string; retryAt: Date }
  | { state: 'rejected'; note: string; suppress: boolean }
  | { state: 'uncertain'; note: string };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits after the first, second … try that the server put off. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];
/** A mail server that cannot be reached is no word about the recipient: RFC 5321 §4.5.4.1 asks for 4 to 5 days. */
const UNREACHABLE_TRIES = WAITS.length + 16;

/** Kinds of which one mail too many is better than none. Of any other a person is asked. */
const BETTER_TWICE: readonly DeliveryKind[] = ['correction', 'confirmation'];
const ASK_AFTER_MS = 7 * 24 * HOUR;

/** Whether a mail that may have arrived is sent again, with the same Message-ID, until it is answered: for 7 days. */
export const mayGoTwice = ({ kind, plannedAt }: Pick<Delivery, 'kind' | 'plannedAt'>, now: Date): boolean =>
  BETTER_TWICE.includes(kind) && now.getTime() - plannedAt.getTime() < ASK_AFTER_MS;

/** Decides from the transport's word and the kind of mail. `tries` counts this one, so it begins at 1. */
export function outcomeOf(
  result: TransportResult,
  { tries, kind, plannedAt, now }: Pick<Delivery, 'tries' | 'kind' | 'plannedAt'> & { now: Date },
): Outcome {
  switch (result.kind) {
    case 'accepted':
      return { state: 'accepted', note: result.response };
    case 'no-answer':
      // It may already be in the recipient's mailbox.
      return mayGoTwice({ kind, plannedAt }, now)
        ? { state: 'deferred', note: result.reason, retryAt: afterWait(tries, now) }
        : { state: 'uncertain', note: result.reason };
    case 'not-sent':
      return mayGoTwice({ kind, plannedAt }, now)
        ? { state: 'deferred', note: result.reason, retryAt: afterWait(tries, now) }
        : deferOrGiveUp(result.reason, tries, UNREACHABLE_TRIES, now);
    case 'refused':
      return result.code >= 500
        ? { state: 'rejected', note: result.response, suppress: isUnknownRecipient(result) }
        : deferOrGiveUp(result.response, tries, kind === 'correction' ? UNREACHABLE_TRIES : WAITS.length, now);
  }
}

function deferOrGiveUp(note: string, tries: number, maxTries: number, now: Date): Outcome {
  if (tries > maxTries) return { state: 'rejected', note, suppress: false };
  return { state: 'deferred', note, retryAt: afterWait(tries, now) };
}

const afterWait = (tries: number, now: Date): Date =>
  new Date(now.getTime() + (WAITS[Math.min(tries, WAITS.length) - 1] ?? MINUTE));

const GONE_CODES = [550, 551, 553];

/**
 * Only a refusal of this recipient suppresses the address. A 550 with another enhanced code, such as
 * 5.7.1, is about the sender or the policy (RFC 3463 §3.8).
 */
function isUnknownRecipient({ code, command, response }: { code: number; command: string; response: string }): boolean {
  if (command !== 'RCPT TO' || !GONE_CODES.includes(code)) return false;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return enhanced === undefined || enhanced.startsWith('5.1.') || enhanced === '5.2.1';
}
