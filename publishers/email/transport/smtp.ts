import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import type { MailTransport, TransportResult } from '../mail-transport.ts';

/** How many mails are sent at once: five lessons, and one that is kept for corrections and confirmations (send-due.ts). */
export const CONNECTIONS = 6;

/** The message's bytes on their way to the socket; null until the server has said yes to DATA's envelope. */
interface Tracker {
  stream: Readable | null;
}

/** Sends over SMTP, and says of a failure whether the mail can be in the recipient's mailbox. */
export function createSmtp(
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
    async send({ messageId, envelope, raw }, cut) {
      const tracker: Tracker = { stream: null };
      trackers.set(messageId, tracker);
      try {
        const deadline = AbortSignal.timeout(deadlineMs);
        const signal = cut ? AbortSignal.any([deadline, cut]) : deadline;
        const info = await mailer.sendMail({
          messageId,
          envelope: { from: bounceAddress ?? envelope.from, to: [envelope.to] },
          raw: Readable.from(inPieces(raw), { objectMode: false }),
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

const PIECE = 16 * 1024;

/** In one piece all of it would count as read as soon as the first byte is. */
function* inPieces(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE) yield raw.subarray(at, at + PIECE);
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
  // The final dot follows the last byte. A line is closed before its failure is told: nothing goes out after this.
  if (!stream?.readableEnded) return { kind: 'not-sent', reason: message };
  return { kind: 'no-answer', reason: message };
}

const asSmtpError = (error: unknown): SmtpError => (error instanceof Error ? error : { message: String(error) });
