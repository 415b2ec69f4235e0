/** The one small contract between the ledger and whatever carries mail. Types only. */

import type { Marks } from './marks.ts';

export interface OutgoingMail {
  /** with angle brackets */
  messageId: string;
  date: Date;
  /** as in MAIL_FROM: an address, or a name and an address in angle brackets */
  from: string;
  /** one address */
  to: string;
  subject: string;
  html: string;
  text: string;
  /**
   * What goes in the place of each of these in `html` and `text`, which are the same for many mails then: they are encoded
   * once for all of them when the marks and what takes their place are letters, digits, `-` and `_`, each as many.
   */
  marks?: Marks;
  /** further headers, values ready to be written */
  headers: Record<string, string>;
  /** Message-ID of the mail that this one answers or corrects */
  inReplyTo?: string;
}

/** A mail as the bytes that go on the wire, signed if it is signed; the ledger keeps it until it is accepted. */
export interface FrozenMail {
  messageId: string;
  date: Date;
  envelope: { from: string; to: string };
  raw: Buffer;
}

/** How a try to hand over one mail ended. */
export type TransportResult =
  /** the server took responsibility (RFC 5321 §6.1) */
  | { kind: 'accepted'; response: string }
  /** the server answered MAIL, RCPT or DATA with 4yz or 5yz */
  | { kind: 'refused'; code: number; command: string; response: string }
  /** what ends a message was never sent, so nobody may deliver it (RFC 5321 §4.1.1.4): a later try cannot duplicate it */
  | { kind: 'not-sent'; reason: string }
  /** all of it went out and no answer came back: the server may or may not have it */
  | { kind: 'no-answer'; reason: string };

export interface MailTransport {
  /** mails that may be on the wire at once */
  concurrency: number;
  /** a second send of the same Message-ID replaces the first, so an interrupted one may simply be repeated */
  repeatable: boolean;
  /** Builds and signs the bytes. Throws TypeError for a header or address that mail cannot carry. */
  compose(mail: OutgoingMail): Promise<FrozenMail>;
  /** Never throws for what happens on the network. `cut` ends what is under way, which is then told like a lost line. */
  send(mail: FrozenMail, cut?: AbortSignal): Promise<TransportResult>;
  close(): void;
}
