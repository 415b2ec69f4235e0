import type { DataFromCollectionSlug, PayloadRequest, Where } from 'payload';
import { COLLECTION_OF, TYPE_OF, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import { NOBODY_ASSIGNED, type Assignment } from '../../model/assignment.ts';
import type { State } from '../../model/lifecycle.ts';
import type { Acting } from '../../model/person.ts';
import type { WithdrawalReason } from '../../model/withdrawal.ts';
import type { DocumentId } from './stored-entry.ts';
import { toWriters, withWriters, type Base, type Writer } from './writers.ts';

/** An entry's status row. */
export interface Status {
  /** null while the entry has no row */
  id: DocumentId | null;
  /** as it was when the row was written */
  state: State | null;
  /** the revision that was current when the row was written */
  revision: string | null;
  /** hash of the latest line of the review history; null while there is none */
  historyHead: string | null;
  changedSinceApproval: boolean;
  /** what readers have */
  live: { seq: number; revision: string; reviewDue: string } | null;
  /** when somebody is next told of that review date */
  noticeDueAt: string | null;
  /** when somebody is told of the day until when they were asked, and the day that they were told of */
  askNoticeAt: string | null;
  askTold: string | null;
  /** who edited the entry since its last release */
  editors: Acting[];
  /** who wrote what readers have: the editors when it was released */
  authors: Acting[];
  /** who ever wrote any of it */
  writers: Writer[];
  /** null while it was never released */
  base: Base | null;
  /** threads of comments that nobody has ended */
  openThreads: number;
  /** of these, those that say that something must change: they block approval and release */
  openMusts: number;
  /** hash of the latest line of the comments; null while there is none */
  commentsHead: string | null;
  /** digest of the words by which the finder finds it; null where it has none yet */
  foundBy: string | null;
  /** counts the writes: of two at once, one starts over */
  turn: number;
  scheduledAt: string | null;
  scheduledVerb: 'release' | 'withdraw' | null;
  scheduledRevision: string | null;
  /** of a planned withdrawal */
  scheduledReason: WithdrawalReason | null;
  scheduledBy: string | null;
  scheduledByName: string | null;
  /** when the last plan came to nothing, and why; null once there is another, or a release */
  lapsedAt: string | null;
  lapsedBecause: string | null;
  /** who is asked to write and to review it */
  assignment: Assignment;
}

export const NOT_SCHEDULED = {
  scheduledAt: null,
  scheduledVerb: null,
  scheduledRevision: null,
  scheduledReason: null,
  scheduledBy: null,
  scheduledByName: null,
} as const;

export const NOT_LAPSED = { lapsedAt: null, lapsedBecause: null } as const;

/** What the row says once a plan has come to nothing. */
export const lapsed = (at: Date, because: string) => ({
  ...NOT_SCHEDULED,
  lapsedAt: at.toISOString(),
  lapsedBecause: because,
});

const NO_ROW: Status = {
  id: null,
  state: null,
  revision: null,
  historyHead: null,
  changedSinceApproval: false,
  live: null,
  noticeDueAt: null,
  askNoticeAt: null,
  askTold: null,
  editors: [],
  authors: [],
  writers: [],
  base: null,
  openThreads: 0,
  openMusts: 0,
  commentsHead: null,
  foundBy: null,
  turn: 0,
  ...NOT_SCHEDULED,
  ...NOT_LAPSED,
  assignment: NOBODY_ASSIGNED,
};

/** An entry as another one names it. */
interface NamedEntry {
  uid: string;
  title: string | null;
}

/** What the status rows say around one draft. */
export interface StatusRows {
  /** the entry's own row, or an empty one */
  own: Status;
  /** the entries that the draft names, by collection and database id as text */
  named: ReadonlyMap<EntryCollection, ReadonlyMap<string, NamedEntry>>;
  /** the draft of another entry of the type has its web address */
  isAddressShared: boolean;
}

/** The entry's own row, those of the entries that its draft names, and those of its web address: one query. */
export async function readStatusRows(
  req: PayloadRequest,
  { type, uid, slug, names }: { type: EntryType; uid: string; slug: string; names: [EntryCollection, DocumentId[]][] },
): Promise<StatusRows> {
  const { docs } = await req.payload.find({
    collection: 'entry-status',
    where: {
      or: [
        { uid: { equals: uid } },
        { and: [{ type: { equals: type } }, { slug: { equals: slug } }] },
        ...names.map(([collection, ids]): Where => ({
          and: [{ type: { equals: TYPE_OF[collection] } }, { entryId: { in: ids.map(String) } }],
        })),
      ],
    },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const named = new Map<EntryCollection, Map<string, NamedEntry>>();
  for (const row of docs) {
    const collection = COLLECTION_OF[row.type];
    const entry = { uid: row.uid, title: row.title ?? null };
    named.set(collection, (named.get(collection) ?? new Map<string, NamedEntry>()).set(row.entryId, entry));
  }
  const own = docs.find((row) => row.uid === uid);
  return {
    own: own ? toStatus(own) : { ...NO_ROW },
    named,
    isAddressShared: docs.some((row) => row.uid !== uid && row.type === type && row.slug === slug),
  };
}

const toStatus = (row: DataFromCollectionSlug<'entry-status'>): Status => ({
  id: row.id,
  state: row.state,
  revision: row.revision,
  historyHead: row.historyHead ?? null,
  changedSinceApproval: row.changedSinceApproval ?? false,
  live:
    typeof row.liveSeq === 'number' && row.liveRevision && row.reviewDue
      ? { seq: row.liveSeq, revision: row.liveRevision, reviewDue: row.reviewDue.slice(0, 10) }
      : null,
  noticeDueAt: row.noticeDueAt ?? null,
  askNoticeAt: row.askNoticeAt ?? null,
  askTold: row.askTold ?? null,
  editors: toPeople(row.editors),
  authors: toPeople(row.authors),
  writers: toWriters(row.writers),
  base: (row.base as Base | null | undefined) ?? null,
  openThreads: row.openThreads,
  openMusts: row.openMusts,
  commentsHead: row.commentsHead ?? null,
  foundBy: row.foundBy ?? null,
  turn: row.turn,
  scheduledAt: row.scheduledAt ?? null,
  scheduledVerb: row.scheduledVerb ?? null,
  scheduledRevision: row.scheduledRevision ?? null,
  scheduledReason: row.scheduledReason ?? null,
  scheduledBy: row.scheduledBy ?? null,
  scheduledByName: row.scheduledByName ?? null,
  lapsedAt: row.lapsedAt ?? null,
  lapsedBecause: row.lapsedBecause ?? null,
  assignment: toAssignment(row.assignment),
});

/** Written by one module alone, in this shape. */
export const toAssignment = (stored: unknown): Assignment =>
  typeof stored === 'object' && stored !== null
    ? { ...NOBODY_ASSIGNED, ...(stored as Partial<Assignment>) }
    : NOBODY_ASSIGNED;

const toPeople = (stored: unknown): Acting[] => (Array.isArray(stored) ? (stored as Acting[]) : []);

/** Remembers who wrote what is new in the text. */
export function noteWriters(status: Status, people: readonly Acting[], at: string): void {
  status.editors = withWriters(asWriters(status.editors, at), people, at).map(({ actor, person }) => ({
    actor,
    person,
  }));
  status.writers = withWriters(status.writers, people, at);
}

const asWriters = (people: readonly Acting[], at: string) => people.map((one) => ({ ...one, first: at, last: at }));
