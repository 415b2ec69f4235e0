import type { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import { parseAddress } from './address.ts';
import type { FrozenMail, MailTransport, OutgoingMail, TransportResult } from './mail-transport.ts';
import { writeToOutbox } from './outbox.ts';

export interface DkimOptions {
  domainName: string;
  keySelector: string;
  /** PEM */
  privateKey: string;
}

export interface TransportOptions {
  /** where `file:` transports write `.eml` files */
  outboxDir: string;
  dkim?: DkimOptions;
  /** where failed mail is returned to: the envelope's sender (RFC 5321 §3.6.3), instead of the author */
  bounceAddress?: string;
  /** milliseconds for one mail from connecting to the answer to the final dot */
  deadlineMs?: number;
}

const CONNECTIONS = 5;
/** RFC 5321 §4.5.3.2.6 lets a server take 10 minutes for its last answer; the ledger's lease is longer than this. */
const DEADLINE_MS = 4 * 60_000;
/** nodemailer's own list lacks List-Unsubscribe-Post, which must be signed (RFC 8058 §4). */
const SIGNED_HEADERS = [
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding',
  'In-Reply-To:References:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post',
].join(':');

/**
 * The transport that `MAIL_URL` names: `file:` writes into the outbox, `smtp://` and `smtps://` send.
 * Throws TypeError for any other URL.
 */
export function createTransport(mailUrl: string, options: TransportOptions): MailTransport {
  const compose = (mail: OutgoingMail) => composeMail(mail, options.dkim);
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

async function composeMail(mail: OutgoingMail, dkim: DkimOptions | undefined): Promise<FrozenMail> {
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

/** The message's bytes on their way to the socket; null until the server has said yes to DATA's envelope. */
interface Tracker {
  stream: Readable | null;
}

function createSmtp(
  mailUrl: string,
  deadlineMs: number,
  bounceAddress: string | undefined,
): Pick<MailTransport, 'send' | 'close'> {
  const mailer = nodemailer.createTransport({
    url: mailUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    // The ledger owns every retry.
    maxRequeues: 0,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 2 * 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const trackers = new Map<string, Tracker>();
  // The error of a lost connection is the same before DATA and after the final dot; only the stream knows.
  mailer.use('stream', (mail, done) => {
    const tracker = trackers.get(String(mail.data.messageId));
    const create = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (...args: Parameters<typeof create>) => {
      const stream = create(...args);
      if (tracker) tracker.stream = stream;
      return stream;
    };
    done();
  });

  return {
    async send({ messageId, envelope, raw }) {
      const tracker: Tracker = { stream: null };
      trackers.set(messageId, tracker);
      try {
        const signal = AbortSignal.timeout(deadlineMs);
        const info = await mailer.sendMail({
          messageId,
          envelope: { from: bounceAddress ?? envelope.from, to: [envelope.to] },
          raw,
          signal,
        });
        return { kind: 'accepted', response: info.response };
      } catch (error) {
        return resultOf(error, tracker);
      } finally {
        trackers.delete(messageId);
      }
    },
    close: () => mailer.close(),
  };
}

interface SmtpError {
  message: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** Commands whose refusal is about this mail; a refusal to greet or to log in is about the connection. */
const MAIL_COMMANDS = ['MAIL FROM', 'RCPT TO', 'DATA'];

function resultOf(error: unknown, { stream }: Tracker): TransportResult {
  const { message, responseCode, response, command = '' } = asSmtpError(error);
  if (responseCode !== undefined && responseCode >= 400 && MAIL_COMMANDS.includes(command)) {
    return { kind: 'refused', code: responseCode, command, response: response ?? message };
  }
  if (!stream?.readableDidRead) return { kind: 'nothing-sent', reason: message };
  return { kind: 'no-answer', reason: message };
}

const asSmtpError = (error: unknown): SmtpError => (error instanceof Error ? error : { message: String(error) });
