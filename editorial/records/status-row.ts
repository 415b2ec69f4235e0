import type { PayloadRequest } from 'payload';
import type { Acting } from '../../model/person.ts';
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
