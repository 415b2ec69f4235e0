import type { PayloadRequest } from 'payload';
import type { Dossier } from './dossier.ts';
import type { ReviewEvent, ReviewEventKind } from './review-event.ts';

export interface NewEvent extends Partial<Omit<ReviewEvent, 'entry' | 'at' | 'event' | 'revision'>> {
  event: ReviewEventKind;
  revision: string;
  at: Date;
}

/** Adds a line to an entry's review history, in the caller's transaction, and to the dossier in hand. */
export async function appendEvent(req: PayloadRequest, dossier: Dossier, { at, ...event }: NewEvent): Promise<void> {
  const line: ReviewEvent = {
    entry: dossier.uid,
    at: at.toISOString(),
    actor: null,
    actorName: 'Clock',
    clinician: null,
    comment: null,
    changeKind: null,
    changeNote: null,
    sectionsChecked: [],
    scheduledFor: null,
    seq: null,
    ...event,
  };
  await req.payload.db.create({
    collection: 'reviews',
    data: { ...line, entryType: dossier.type, title: dossier.revision.content.title },
    req,
  });
  dossier.events.push(line);
}
