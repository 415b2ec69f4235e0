import { createHash } from 'node:crypto';
import { isPastReview } from '../../model/review-due.ts';
import type { Library } from '../../release-log/library.ts';
import { dayOf } from '../wording/dates.ts';
import type { Check } from './delivery-check.ts';
import type { EmailContext } from './email-context.ts';
import type { FrozenMail } from './mail-transport.ts';
import type { NotMade } from './mail-words.ts';
import { makeMail } from './make-mail.ts';
import type { Content, Delivery } from './store/delivery.ts';

/** A mail that may go on the wire. */
export interface Ready {
  frozen: FrozenMail;
  contents: Content[];
  /** null when the ledger keeps the bytes already */
  anew: { subject: string; contents: Content[] } | null;
  /** log position of the library that it was made from; it may be newer, and never older */
  since: number;
}

/** The bytes to send: those of an earlier try, or new ones. */
export async function readyMail(
  context: EmailContext,
  library: Library,
  claimed: Delivery,
  check: Go,
): Promise<Ready | NotMade> {
  // Before anything is asked of it: it moves on in place.
  const since = library.head;
  const ready = (await frozenBefore(context, library, claimed)) ?? (await makeAnew(context, library, claimed, check));
  return 'status' in ready ? ready : { ...ready, since };
}

type Go = Extract<Check, { verdict: 'go' }>;

/** The bytes of an earlier try, if what they say still holds: a retry sends the same bytes. */
async function frozenBefore(
  { store, now, sender }: EmailContext,
  library: Library,
  claimed: Delivery,
): Promise<Omit<Ready, 'since'> | null> {
  const { messageId, sha256, contents } = claimed;
  if (!messageId || !sha256 || !holds(library, contents, now())) return null;
  const raw = await store.deliveries.frozen(claimed.uid);
  if (!raw || createHash('sha256').update(raw).digest('hex') !== sha256) return null;
  const envelope = { from: sender.address, to: claimed.recipient };
  return { frozen: { messageId, date: claimed.plannedAt, envelope, raw }, contents, anew: null };
}

/** No release in the mail was replaced or withdrawn, and none is past its review date. */
function holds(library: Library, contents: Content[], now: Date): boolean {
  return contents.every(({ uid, seq }) => {
    const live = library.live(uid);
    if (live) return live.seq === seq && !isPastReview(live.reviewDue, dayOf(now));
    return library.withdrawn(uid)?.seq === seq;
  });
}

async function makeAnew(
  context: EmailContext,
  library: Library,
  claimed: Delivery,
  check: Go,
): Promise<Omit<Ready, 'since'> | NotMade> {
  const made = await makeMail(context, library, claimed, check);
  if (made.status !== 'made') return made;
  const { frozen, subject, contents } = made;
  return { frozen, contents, anew: { subject, contents } };
}

/**
 * Asks the log itself whether something in the mail was released or withdrawn after what the mail has of it. `since` is
 * where the library stood before it was asked for that: it moves on in place while a mail is made (ADR 0018), so where it
 * stands now says nothing. What the mail is made of is stored by now, so a row that enters the log after this question
 * finds it when the log is followed: between the two no correction is lost.
 */
export async function hasMoved(
  { releaseLog }: Pick<EmailContext, 'releaseLog'>,
  since: number,
  contents: Content[],
): Promise<boolean> {
  const head = await releaseLog.head();
  if (head === since) return false;
  const rows = await releaseLog.signed(since, 100);
  // What cannot be read, or comes after these, may be about anything.
  if (rows.length !== head - since) return true;
  return rows.some(({ row }) => contents.some(({ uid, seq }) => uid === row.uid && seq < row.seq));
}
