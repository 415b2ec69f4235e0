import { createHash } from 'node:crypto';
import type { Library } from '../../release-log/library.ts';
import type { EmailContext } from './email-context.ts';
import { personalise } from './mail/personal-links.ts';
import type { FrozenMail } from './mail-transport.ts';
import { wordsOf, type NotMade } from './mail-words.ts';
import type { Content, Delivery, DeliveryKind } from './store/delivery.ts';
import type { Enrolment } from './store/enrolments.ts';

export type Made =
  /** `subject` is without the demonstration's prefix */
  { status: 'made'; frozen: FrozenMail; subject: string; contents: Content[] } | NotMade;

/** Makes the bytes of a delivery from the library as it is now. */
export async function makeMail(
  context: EmailContext,
  library: Library,
  delivery: Delivery,
  { enrolment, original }: { enrolment: Enrolment; original: Delivery | null },
): Promise<Made> {
  const words = await wordsOf(context, library, delivery, enrolment, original);
  if ('status' in words) return words;
  const tokens = {
    confirm: context.tokens.make('confirm', enrolment.uid),
    unsubscribe: context.tokens.make('unsubscribe', enrolment.uid),
    preferences: context.tokens.make('preferences', enrolment.uid),
    lesson: context.tokens.make('lesson', delivery.uid),
  };
  const { rendered, contents, inReplyTo } = words;
  const frozen = await context.transport.compose({
    messageId: messageIdOf(delivery.ledgerKey, context.sender.domain),
    // The day it was planned, not of the try: the same mail has the same date however often it is tried.
    date: delivery.plannedAt,
    from: context.mailFrom,
    to: delivery.recipient,
    subject: rendered.subject,
    html: personalise(rendered.html, tokens),
    text: personalise(rendered.text, tokens),
    headers: headersOf(context, delivery.kind, enrolment.courseUid, tokens.unsubscribe),
    ...(inReplyTo ? { inReplyTo } : {}),
  });
  return { status: 'made', frozen, subject: rendered.topic, contents };
}

/** The same mail always has the same Message-ID, so that a server or a reader can tell a repeat. */
const messageIdOf = (ledgerKey: string, domain: string) =>
  `<${createHash('sha256').update(ledgerKey).digest('hex').slice(0, 40)}@${domain}>`;

function headersOf(
  { siteUrl, sender }: EmailContext,
  kind: DeliveryKind,
  courseUid: string,
  token: string,
): Record<string, string> {
  // Out-of-office answers go to nobody (RFC 3834 §2): the mail is sent by a timetable.
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (kind === 'confirmation') return automatic;
  return {
    ...automatic,
    'List-Id': `<${courseUid}.courses.${sender.domain}>`,
    // RFC 8058: the mail program may post to this address without asking the reader to visit a page.
    'List-Unsubscribe': `<${siteUrl}/unsubscribe/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
