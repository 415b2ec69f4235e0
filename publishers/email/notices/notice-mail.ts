import type { EntryType } from '../../../model/entries/types.ts';
import { noticeWords } from '../../../model/notices.ts';
import { staffMail } from '../../html/staff-mail.ts';
import type { EmailContext } from '../email-context.ts';
import type { FrozenMail } from '../mail-transport.ts';
import { AUTOMATIC, messageIdOf } from '../message-headers.ts';
import type { Delivery } from '../store/delivery.ts';
import type { Notice } from '../store/notices.ts';
import type { NoticesToMail } from './check-notices.ts';

const MOST_LINES = 20;

const IT: Record<EntryType, string> = {
  guide: 'a guide',
  cause: 'a cause',
  treatment: 'a treatment',
  'red-flag': 'a red flag',
  course: 'an email course',
};

/**
 * The mail about what somebody is told. It names no entry and quotes nobody: a title is text that no clinician has
 * approved yet, and mail is read by machines on its way. Each line leads to where it can be read after a login.
 */
function noticeWordsOf(
  { siteUrl, demo }: Pick<EmailContext, 'siteUrl' | 'demo'>,
  { account, notices }: NoticesToMail,
): { topic: string; subject: string; html: string; text: string } {
  const lines = notices.map((notice) => ({
    words: `${noticeWords(notice.kind, IT[notice.type])}.`,
    link: linkOf(siteUrl, notice),
  }));
  const [only] = lines;
  const isOne = lines.length === 1 && only !== undefined;
  const topic = isOne ? only.words.slice(0, -1) : `${lines.length} things wait for you at Imprimatur`;
  const left = lines.length - MOST_LINES;
  const mail = staffMail({
    hello: `Dear ${account.name},`,
    why: isOne ? [only.words] : [`${lines.length} things are new for you:`],
    list: isOne ? [] : lines.slice(0, MOST_LINES),
    button: isOne ? 'Open it' : 'See all of them',
    link: isOne ? only.link : `${siteUrl}/admin/notices`,
    rest: [
      ...(left > 0 ? [`${left} more are not in this mail.`] : []),
      'What it is about is shown after you log in, and never written in a mail.',
      `You choose what is mailed to you, and when, on your account page: ${siteUrl}/admin/account.`,
    ],
  });
  return { topic, subject: demo ? `[Demonstration] ${topic}` : topic, ...mail };
}

const linkOf = (siteUrl: string, { collection, entry, anchor }: Notice): string =>
  `${siteUrl}/admin/review/${collection}/${entry}${anchor ? `#${anchor}` : ''}`;

export async function makeNoticeMail(
  context: EmailContext,
  delivery: Delivery,
  about: NoticesToMail,
): Promise<{ status: 'made'; frozen: FrozenMail; subject: string; contents: [] }> {
  const { topic, subject, html, text } = noticeWordsOf(context, about);
  const frozen = await context.transport.compose({
    messageId: messageIdOf(delivery.ledgerKey, context.sender.domain),
    date: delivery.plannedAt,
    from: context.mailFrom,
    to: delivery.recipient,
    ...{ subject, html, text },
    headers: AUTOMATIC,
  });
  return { status: 'made', frozen, subject: topic, contents: [] };
}
