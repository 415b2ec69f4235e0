import nodemailer from 'nodemailer';
import { parseAddress } from '../address.ts';
import type { FrozenMail, OutgoingMail } from '../mail-transport.ts';

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

/** The bytes of a mail, signed where there is a key. Throws TypeError for what must not stand in a header. */
export async function composeMail(mail: OutgoingMail, dkim: DkimOptions | undefined): Promise<FrozenMail> {
  const to = parseAddress(mail.to);
  if ('issue' in to) throw new TypeError(`recipient: ${to.issue}`);
  refuseControlCharacters({ from: mail.from, subject: mail.subject, messageId: mail.messageId, ...mail.headers });
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message, envelope } = await composer.sendMail({
    messageId: mail.messageId,
    date: mail.date,
    from: mail.from,
    to: { name: '', address: to.address },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, { prepared: true, value }])),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo, references: [mail.inReplyTo] } : {}),
    ...(dkim ? { dkim: { ...dkim, headerFieldNames: SIGNED_HEADERS } } : {}),
  });
  if (!Buffer.isBuffer(message) || !envelope.from) throw new TypeError('the mail has no bytes or no sender');
  return {
    messageId: mail.messageId,
    date: mail.date,
    envelope: { from: envelope.from, to: to.address },
    raw: message,
  };
}

function refuseControlCharacters(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    if (/[\r\n\0]/.test(value)) throw new TypeError(`${name}: line breaks and NUL cannot stand in a header`);
  }
}
