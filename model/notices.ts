/** What a member of the staff is told of, and how: words that the desk, the mail and the account page share. */

/** The closed list of what somebody is told. */
export const NOTICE_KINDS = [
  'submitted',
  'changes-requested',
  'mentioned',
  'assigned',
  'second-approval',
  'due-tomorrow',
  'review-due-30',
  'review-due-7',
  'review-due-0',
  'withdrawn',
  'schedule-lapsed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a person chooses mail for. */
export const NOTICE_TOPICS = [
  'submitted',
  'changes-requested',
  'mentioned',
  'assigned',
  'second-approval',
  'due-tomorrow',
  'review-due',
  'withdrawn',
  'schedule-lapsed',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

export const topicOf = (kind: NoticeKind): NoticeTopic =>
  kind === 'review-due-30' || kind === 'review-due-7' || kind === 'review-due-0' ? 'review-due' : kind;

/** The topic as a field of the account: `changesRequested`. */
export const fieldOfTopic = (topic: NoticeTopic): string =>
  topic.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Days before a review date on which somebody is told of it, the longest first. */
export const REVIEW_DUE_DAYS = [30, 7, 0] as const;

/** When a notice is mailed. The admin shows it in any case. */
export const NOTICE_MAIL = ['at-once', 'digest', 'never'] as const;
export type NoticeMail = (typeof NOTICE_MAIL)[number];

/** What somebody can choose as a whole: `by-name` is at once for what names them and a digest of the rest. */
export const MAIL_CHOICES = ['by-name', ...NOTICE_MAIL, 'by-kind'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** What a person chose on their account; what is missing is as nobody chose it. */
export interface NoticeSettings {
  mail?: MailChoice | null;
  /** of `by-kind` */
  kinds?: Readonly<Record<string, NoticeMail | null | undefined>> | null;
  /** 0–23, local */
  digestHour?: number | null;
  /** IANA name */
  timeZone?: string | null;
}

export const DIGEST_HOUR = 7;
export const DIGEST_ZONE = 'UTC';

const WORDS: Record<NoticeKind, (it: string) => string> = {
  submitted: (it) => `${it} waits for your review`,
  'changes-requested': (it) => `changes are requested to ${it}`,
  mentioned: (it) => `you are mentioned in a comment on ${it}`,
  assigned: (it) => `${it} is assigned to you`,
  'second-approval': (it) => `${it} needs a second approval`,
  'due-tomorrow': (it) => `your part in ${it} is due by tomorrow`,
  'review-due-30': (it) => `the review of ${it} is due within 30 days`,
  'review-due-7': (it) => `the review of ${it} is due within 7 days`,
  'review-due-0': (it) => `the review of ${it} is due`,
  withdrawn: (it) => `${it} was withdrawn from readers`,
  'schedule-lapsed': (it) => `the plan for ${it} lapsed`,
};

/** What somebody is told, as a sentence without its full stop. `it` is the entry: a title in quotes, or “a cause”. */
export function noticeWords(kind: NoticeKind, it: string): string {
  const words = WORDS[kind](it);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How this person is mailed a notice. `named`: it is meant for them by name, not for everybody who may act. */
export function mailOf(settings: NoticeSettings, { kind, named }: { kind: NoticeKind; named: boolean }): NoticeMail {
  const byName: NoticeMail = named ? 'at-once' : 'digest';
  const { mail, kinds } = settings;
  switch (mail) {
    case 'at-once':
    case 'digest':
    case 'never':
      return mail;
    case 'by-kind':
      return kinds?.[fieldOfTopic(topicOf(kind))] ?? byName;
    default:
      return byName;
  }
}
