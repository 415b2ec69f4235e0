import { randomUUID } from 'node:crypto';
import type { EmailAdapter, SendEmailOptions } from 'payload';
import { senderOf } from './address.ts';
import type { MailTransport } from './mail-transport.ts';

/**
 * Payload's own mail (password resets) through the same transport. Throws when the server did not accept
 * the mail, so that nobody is told that a link is on its way when it is not.
 */
export function payloadEmailAdapter(transport: MailTransport, mailFrom: string): EmailAdapter<{ accepted: string[] }> {
  const sender = senderOf(mailFrom);
  return () => ({
    name: 'imprimatur-mail',
    defaultFromAddress: sender.address,
    defaultFromName: sender.name,
    async sendEmail(message) {
      const recipients = recipientsOf(message.to);
      for (const to of recipients) {
        const frozen = await transport.compose({
          messageId: `<${randomUUID()}@${sender.domain}>`,
          date: new Date(),
          from: mailFrom,
          to,
          subject: message.subject ?? '',
          html: textOf(message.html),
          text: textOf(message.text) || stripTags(textOf(message.html)),
          // A vacation responder must not answer a machine (RFC 3834 §2).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        const result = await transport.send(frozen);
        if (result.kind !== 'accepted') throw new Error(`mail not accepted: ${result.kind}`);
      }
      return { accepted: recipients };
    },
  });
}

function recipientsOf(to: SendEmailOptions['to']): string[] {
  const list = Array.isArray(to) ? to : [to];
  return list.flatMap((one) => {
    if (typeof one === 'string') return [one];
    return one && 'address' in one && typeof one.address === 'string' ? [one.address] : [];
  });
}

const textOf = (content: unknown): string => (typeof content === 'string' ? content : '');

const stripTags = (html: string) =>
  html
    .replace(/<a [^>]*href="([^"]*)"[^>]*>/g, '$1 ')
    .replace(/<[^>]+>/g, '')
    .trim();
