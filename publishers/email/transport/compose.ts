import { LRUCache } from 'lru-cache';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseAddress } from '../address.ts';
import type { FrozenMail, OutgoingMail } from '../mail-transport.ts';
import { putIn } from '../marks.ts';
import { signHeaders } from './dkim-sign.ts';
import { patternOf, type FilledBody, type Pattern } from './pattern.ts';

export interface DkimOptions {
  domainName: string;
  keySelector: string;
  /** PEM */
  privateKey: string;
}

/** nodemailer's own list lacks List-Unsubscribe-Post, which must be signed (RFC 8058 §4). */
export const SIGNED_HEADERS = [
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding',
  'In-Reply-To:References:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post',
].join(':');

/** Mails of which the encoded form is kept. */
const KEPT = 50;

/**
 * Makes the bytes of mails, signed where there is a key. What is the same for many, words with `marks` in them, is
 * encoded once; for each of them its headers are made, its tokens put in and both signed. Throws TypeError for what must
 * not stand in a header, and what the key throws when it cannot sign.
 */
export function createComposer(dkim: DkimOptions | undefined): (mail: OutgoingMail) => Promise<FrozenMail> {
  // Reading the PEM costs as much as a signature.
  let key: KeyObject | undefined;
  const keyOf = ({ privateKey }: DkimOptions) => (key ??= createPrivateKey(privateKey));
  const patterns = new LRUCache<string, { text: string; pattern: Promise<Pattern | null> }>({ max: KEPT });

  const patternFor = ({ html, text, marks = {} }: OutgoingMail): Promise<Pattern | null> => {
    const known = patterns.get(html);
    if (known?.text === text) return known.pattern;
    const pattern = patternOf({ html, text }, Object.keys(marks));
    patterns.set(html, { text, pattern });
    pattern.catch(() => patterns.delete(html));
    return pattern;
  };

  return async (mail) => {
    const to = parseAddress(mail.to);
    if ('issue' in to) throw new TypeError(`recipient: ${to.issue}`);
    refuseControlCharacters({ from: mail.from, subject: mail.subject, messageId: mail.messageId, ...mail.headers });
    const headers = headersOf(mail, to.address);
    const filled = mail.marks && (await patternFor(mail))?.fill(mail.marks);
    const { raw, from } = filled ? join(headers, filled) : await build(headers, mail);
    return { messageId: mail.messageId, date: mail.date, envelope: { from, to: to.address }, raw };
  };

  function join(headers: SendMailOptions, { boundary, body, canonical }: FilledBody) {
    // Of a mail with other words: they are not in its headers.
    const root = new MailComposer({ ...headers, baseBoundary: boundary, text: 'x', html: 'x' }).compile();
    const { from } = root.getEnvelope();
    if (!from) throw new TypeError('the mail has no sender');
    const head = `${root.buildHeaders()}\r\n`;
    const signature = dkim ? signHeaders(head, canonical, { ...dkim, key: keyOf(dkim), names: SIGNED_HEADERS }) : '';
    return { raw: Buffer.from(`${signature}${head}\r\n${body}`, 'latin1'), from };
  }

  async function build(headers: SendMailOptions, { html, text, marks = {} }: OutgoingMail) {
    const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const { message, envelope } = await composer.sendMail({
      ...headers,
      text: putIn(text, marks),
      html: putIn(html, marks),
      ...(dkim ? { dkim: { ...dkim, headerFieldNames: SIGNED_HEADERS } } : {}),
    });
    if (!Buffer.isBuffer(message) || !envelope.from) throw new TypeError('the mail has no bytes or no sender');
    return { raw: message, from: envelope.from };
  }
}

const headersOf = (mail: OutgoingMail, address: string): SendMailOptions => ({
  messageId: mail.messageId,
  date: mail.date,
  from: mail.from,
  to: { name: '', address },
  subject: mail.subject,
  headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }])),
  xMailer: false,
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo, references: [mail.inReplyTo] } : {}),
});

function refuseControlCharacters(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    if (/[\r\n\0]/.test(value)) throw new TypeError(`${name}: line breaks and NUL cannot stand in a header`);
  }
}
