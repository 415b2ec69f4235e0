import { createHash } from 'node:crypto';
import type { Release, ReleasedRow } from '../../model/release-row.ts';
import type { Library } from '../../release-log/library.ts';
import type { EmailContext } from './email-context.ts';
import { gatherLesson, liveCourse } from './lesson-material.ts';
import { personalise } from './mail/personal-links.ts';
import type { FrozenMail } from './mail-transport.ts';
import type { RenderedMail } from './render-mail.ts';
import type { Content, Delivery, DeliveryKind } from './store/delivery.ts';
import type { Enrolment } from './store/enrolments.ts';

export type Made =
  /** `subject` is without the demonstration's prefix */
  | { status: 'made'; frozen: FrozenMail; subject: string; contents: Content[] }
  | { status: 'never'; note: string }
  | { status: 'held-back'; note: string };

interface Words {
  rendered: RenderedMail;
  contents: Content[];
  inReplyTo?: string;
}
type Worded = Words | Exclude<Made, { status: 'made' }>;

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

function wordsOf(
  context: EmailContext,
  library: Library,
  delivery: Delivery,
  enrolment: Enrolment,
  original: Delivery | null,
): Promise<Worded> {
  switch (delivery.kind) {
    case 'confirmation':
      return confirmationWords(context, library, delivery, enrolment);
    case 'lesson':
      return lessonWords(context, library, delivery);
    case 'correction':
      return correctionWords(context, library, delivery, enrolment, original);
  }
}

const COURSE_GONE: Worded = { status: 'never', note: 'The course was withdrawn.' };

async function confirmationWords(
  { renderer }: EmailContext,
  library: Library,
  { courseUid }: Delivery,
  { status }: Enrolment,
): Promise<Worded> {
  const course = await liveCourse(library, courseUid);
  if (!course) return COURSE_GONE;
  const alreadyTaking = status === 'active' || status === 'paused';
  const rendered = await renderer.confirmation(course.content, course.row.seq, alreadyTaking);
  return { rendered, contents: [contentOf(course.row)] };
}

async function lessonWords({ renderer, now }: EmailContext, library: Library, delivery: Delivery): Promise<Worded> {
  const gathered = await gatherLesson(library, delivery.courseUid, delivery.lessonKey, now());
  switch (gathered.status) {
    case 'course-gone':
      return COURSE_GONE;
    case 'lesson-gone':
      return { status: 'never', note: 'The course no longer has this lesson.' };
    case 'held-back':
      return { status: 'held-back', note: gathered.reason };
    case 'ready': {
      const { course, entries } = gathered.material;
      const rendered = await renderer.lesson(gathered.material);
      return { rendered, contents: [course.row, ...entries].map(contentOf) };
    }
  }
}

async function correctionWords(
  { renderer, releaseLog }: EmailContext,
  library: Library,
  { correctionSeq }: Delivery,
  { courseTitle }: Enrolment,
  original: Delivery | null,
): Promise<Worded> {
  const row = await releaseLog.bySeq(correctionSeq ?? 0);
  if (!row || !original) return { status: 'never', note: 'There is nothing to correct.' };
  const shown = await asItIsNow(library, row);
  if (!shown) return { status: 'never', note: 'A later correction of the same entry has a mail of its own.' };
  const instead = shown.kind === 'withdrawn' && shown.replacedBy ? library.live(shown.replacedBy) : null;
  const rendered = await renderer.correction({
    row: shown,
    instead,
    courseTitle,
    lessonSubject: original.subject ?? courseTitle,
    lessonSentAt: (original.acceptedAt ?? original.plannedAt).toISOString(),
  });
  return { rendered, contents: [contentOf(shown)], ...(original.messageId ? { inReplyTo: original.messageId } : {}) };
}

/** What readers get now in place of the corrected text; null when a later row corrects it again. */
async function asItIsNow(library: Library, row: Release): Promise<Release | null> {
  const gone = library.withdrawn(row.uid);
  if (gone) return gone.seq === row.seq ? row : null;
  const current: ReleasedRow | null = await library.released(row.uid);
  if (!current || current.seq === row.seq) return current;
  if (current.changeKind === 'safety') return null;
  return row.kind === 'withdrawn' ? current : { ...current, changeNote: row.changeNote };
}

const contentOf = ({ uid, seq, revision }: Release): Content => ({ uid, seq, revision });

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
