import type { Library } from '../../release-log/library.ts';
import type { EmailContext } from './email-context.ts';
import { marksOf } from './mail/personal-links.ts';
import type { FrozenMail } from './mail-transport.ts';
import { AUTOMATIC, messageIdOf } from './message-headers.ts';
import { wordsOf, type NotMade } from './mail-words.ts';
import type { NoticesToMail } from './notices/check-notices.ts';
import { makeNoticeMail } from './notices/notice-mail.ts';
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
  about: { enrolment: Enrolment; original: Delivery | null } | { notices: NoticesToMail },
): Promise<Made> {
  if ('notices' in about) return makeNoticeMail(context, delivery, about.notices);
  const { enrolment, original } = about;
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
    html: rendered.html,
    text: rendered.text,
    marks: marksOf(tokens),
    headers: headersOf(context, delivery.kind, enrolment.courseUid, tokens.unsubscribe),
    ...(inReplyTo ? { inReplyTo } : {}),
  });
  return { status: 'made', frozen, subject: rendered.topic, contents };
}

function headersOf(
  { siteUrl, sender }: EmailContext,
  kind: DeliveryKind,
  courseUid: string,
  token: string,
): Record<string, string> {
  if (kind === 'confirmation') return AUTOMATIC;
  return {
    ...AUTOMATIC,
    'List-Id': `<${courseUid}.courses.${sender.domain}>`,
    // RFC 8058: the mail program may post to this address without asking the reader to visit a page.
    'List-Unsubscribe': `<${siteUrl}/unsubscribe/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
