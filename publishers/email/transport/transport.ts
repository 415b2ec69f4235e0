import type { FrozenMail, MailTransport } from '../mail-transport.ts';
import { createComposer, type DkimOptions } from './compose.ts';
import { writeToOutbox } from './outbox.ts';
import { CONNECTIONS, createSmtp } from './smtp.ts';

export interface TransportOptions {
  /** where `file:` transports write `.eml` files */
  outboxDir: string;
  dkim?: DkimOptions;
  /** where failed mail is returned to: the envelope's sender (RFC 5321 §3.6.3), instead of the author */
  bounceAddress?: string;
  /** milliseconds for one mail from connecting to the answer to the final dot */
  deadlineMs?: number;
}

/** RFC 5321 §4.5.3.2.6 lets a server take 10 minutes for its last answer; the ledger's lease is longer than this. */
const DEADLINE_MS = 4 * 60_000;

/**
 * The transport that `MAIL_URL` names: `file:` writes into the outbox, `smtp://` and `smtps://` send.
 * Throws TypeError for any other URL.
 */
export function createTransport(mailUrl: string, options: TransportOptions): MailTransport {
  const compose = createComposer(options.dkim);
  if (mailUrl.startsWith('file:')) {
    const send = (mail: FrozenMail) => writeToOutbox(options.outboxDir, mail);
    return { concurrency: 4, repeatable: true, compose, send, close: () => undefined };
  }
  if (!/^smtps?:\/\//.test(mailUrl)) throw new TypeError('MAIL_URL must begin with file:, smtp:// or smtps://');
  return {
    concurrency: CONNECTIONS,
    repeatable: false,
    compose,
    ...createSmtp(mailUrl, options.deadlineMs ?? DEADLINE_MS, options.bounceAddress),
  };
}
