import { count, date, text, textOrNull, type Stored } from './documents.ts';

export type DeliveryKind = 'confirmation' | 'lesson' | 'correction' | 'notice';
export type DeliveryState =
  | 'pending'
  | 'claimed'
  | 'on-wire'
  | 'accepted'
  | 'deferred'
  | 'rejected'
  | 'uncertain'
  | 'suppressed'
  /** it may have gone out after the backup that was put back: a person decides */
  | 'held-after-restore'
  /** what a person decided of such a mail: it is not sent */
  | 'discarded';

/** One release in a mail. */
export interface Content {
  uid: string;
  seq: number;
  revision: string;
}

/** One mail to one person, without its bytes. */
export interface Delivery {
  uid: string;
  kind: DeliveryKind;
  state: DeliveryState;
  note: string | null;
  recipient: string;
  subject: string | null;
  enrolmentUid: string;
  subscriberUid: string;
  courseUid: string;
  lessonKey: string;
  round: number;
  /** a lesson that was held back before */
  resumes: boolean;
  /** of a correction: the log row that it tells about */
  correctionSeq: number | null;
  plannedAt: Date;
  dueAt: Date;
  tries: number;
  acceptedAt: Date | null;
  messageId: string | null;
  /** hex; of the frozen bytes; null while nothing is frozen */
  sha256: string | null;
  /** the course first, then the entries in reading order */
  contents: Content[];
  leaseToken: string | null;
  ledgerKey: string;
}

export const toDelivery = (stored: Stored): Delivery => ({
  uid: text(stored, 'uid'),
  kind: text(stored, 'kind') as DeliveryKind,
  state: text(stored, 'state') as DeliveryState,
  note: textOrNull(stored, 'note'),
  recipient: text(stored, 'recipient'),
  subject: textOrNull(stored, 'subject'),
  enrolmentUid: text(stored, 'enrolmentUid'),
  subscriberUid: text(stored, 'subscriberUid'),
  courseUid: text(stored, 'courseUid'),
  lessonKey: text(stored, 'lessonKey'),
  round: count(stored, 'round'),
  resumes: stored.resumes === true,
  correctionSeq:
    stored.correctionSeq === null || stored.correctionSeq === undefined ? null : count(stored, 'correctionSeq'),
  plannedAt: date(stored, 'plannedAt') ?? new Date(0),
  dueAt: date(stored, 'dueAt') ?? new Date(0),
  tries: count(stored, 'tries'),
  acceptedAt: date(stored, 'acceptedAt'),
  messageId: textOrNull(stored, 'messageId'),
  sha256: textOrNull(stored, 'sha256'),
  contents: toContents(stored.contents),
  leaseToken: textOrNull(stored, 'leaseToken'),
  ledgerKey: text(stored, 'ledgerKey'),
});

function toContents(value: unknown): Content[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: Stored) => ({
    uid: text(one, 'uid'),
    seq: count(one, 'seq'),
    revision: text(one, 'revision'),
  }));
}
