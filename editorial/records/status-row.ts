import type { PayloadRequest } from 'payload';
import type { Acting } from '../../model/person.ts';
import type { Dossier } from './dossier.ts';
import type { DocumentId } from './stored-entry.ts';

/** What an entry's status row keeps beside what is derived. */
export interface Status {
  /** null while the entry has no row */
  id: DocumentId | null;
  /** the revision that was current when the row was written */
  revision: string | null;
  /** who edited the entry since its last release */
  editors: Acting[];
  /** who wrote what readers have: the editors when it was released */
  authors: Acting[];
  /** counts the writes: of two at once, one starts over */
  turn: number;
  scheduledAt: string | null;
  scheduledVerb: 'release' | 'withdraw' | null;
  scheduledRevision: string | null;
  scheduledBy: string | null;
  scheduledByName: string | null;
}

export const NOT_SCHEDULED = {
  scheduledAt: null,
  scheduledVerb: null,
  scheduledRevision: null,
  scheduledBy: null,
  scheduledByName: null,
} as const;

const NO_ROW: Status = { id: null, revision: null, editors: [], authors: [], turn: 0, ...NOT_SCHEDULED };

/** The status row of an entry, or an empty one. */
export async function readStatus(req: PayloadRequest, uid: string): Promise<Status> {
  const { docs } = await req.payload.find({
    collection: 'entry-status',
    where: { uid: { equals: uid } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const [row] = docs;
  if (!row) return { ...NO_ROW };
  return {
    id: row.id,
    revision: row.revision,
    editors: toPeople(row.editors),
    authors: toPeople(row.authors),
    turn: row.turn,
    scheduledAt: row.scheduledAt ?? null,
    scheduledVerb: row.scheduledVerb ?? null,
    scheduledRevision: row.scheduledRevision ?? null,
    scheduledBy: row.scheduledBy ?? null,
    scheduledByName: row.scheduledByName ?? null,
  };
}

const toPeople = (stored: unknown): Acting[] => (Array.isArray(stored) ? (stored as Acting[]) : []);

/**
 * Writes the row of a dossier as it is in hand. Verbs and saves of one entry meet here: of two at once the
 * database lets one pass, and the other starts over.
 */
export async function writeStatus(req: PayloadRequest, dossier: Dossier): Promise<void> {
  const { uid, type, id: entryId, revision, state, live, events, historyHead } = dossier;
  const { id, ...kept } = dossier.status;
  const data = {
    ...kept,
    uid,
    type,
    entryId: String(entryId),
    title: revision.content.title,
    slug: revision.content.slug,
    state,
    revision: revision.hash,
    historyHead: historyHead?.hash ?? null,
    turn: kept.turn + 1,
    changedSinceApproval: state === 'draft' && (live !== null || events.some(({ event }) => event === 'approved')),
    liveSeq: live?.seq ?? null,
    liveRevision: live?.revision ?? null,
    reviewDue: live ? `${live.reviewDue}T00:00:00.000Z` : null,
  };
  const { db } = req.payload;
  if (id === null) await db.create({ collection: 'entry-status', data, req, returning: false });
  else await db.updateOne({ collection: 'entry-status', id, data, req, returning: false });
}
