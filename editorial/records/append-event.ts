import type { PayloadRequest } from 'payload';
import { isDuplicate } from '../../database/is-duplicate.ts';
import { TransientError } from '../../database/transact.ts';
import type { Dossier } from './dossier.ts';
import { linkAfter } from '../../model/chain.ts';
import { tellOfEvent } from '../notices/tell-of-event.ts';
import type { ReviewEvent, ReviewEventKind } from '../../model/review-event.ts';

export interface NewEvent extends Partial<Omit<ReviewEvent, 'entry' | 'at' | 'event' | 'revision' | 'stands'>> {
  event: ReviewEventKind;
  revision: string;
  at: Date;
}

/**
 * Adds a line to an entry's review history, chained to the line before it, in the caller's transaction, and to
 * the dossier in hand, and tells whoever it is about. Whoever appends refreshes the entry's status afterwards, which keeps the head. Rounds of
 * review are read in the order of time, so a process whose clock is behind does not write into the past.
 */
export async function appendEvent(req: PayloadRequest, dossier: Dossier, { at, ...event }: NewEvent): Promise<void> {
  const line: Omit<ReviewEvent, 'stands'> = {
    entry: dossier.uid,
    at: notBefore(dossier.events.at(-1), at).toISOString(),
    actor: null,
    person: null,
    actorName: 'Clock',
    clinician: null,
    comment: null,
    changeKind: null,
    changeNote: null,
    sectionsChecked: [],
    checklist: [],
    scope: null,
    oldTextHarmless: null,
    reason: null,
    scheduledVerb: null,
    scheduledFor: null,
    seq: null,
    ...event,
  };
  const row = { ...line, entryType: dossier.type, title: dossier.revision.content.title };
  const link = linkAfter(dossier.historyHead, row);
  try {
    await req.payload.db.create({ collection: 'reviews', data: { ...row, ...link }, req, returning: false });
  } catch (cause) {
    // Another line stands at this position.
    throw isDuplicate(cause) ? new TransientError('another verb on this entry was faster', { cause }) : cause;
  }
  // Whoever acts was looked at in this transaction.
  const appended = { ...line, stands: true };
  dossier.events.push(appended);
  dossier.historyHead = link;
  await tellOfEvent(req, dossier, appended, link.hash);
}

const notBefore = (last: ReviewEvent | undefined, at: Date): Date =>
  last && new Date(last.at) > at ? new Date(new Date(last.at).getTime() + 1) : at;
