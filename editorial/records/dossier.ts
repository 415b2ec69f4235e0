import type { PayloadRequest } from 'payload';
import type { EntryContent } from '../../model/entries/entries.ts';
import { referencesOf } from '../../model/entries/references.ts';
import { TYPE_OF, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import type { ChainHead } from '../../model/chain.ts';
import { CodedError } from '../../model/errors.ts';
import type { State } from '../../model/lifecycle.ts';
import type { Acting } from '../../model/person.ts';
import type { ReleasedRow, WithdrawnRow } from '../../model/release-row.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import type { Revision } from '../../model/revision.ts';
import { readLastRow } from '../../release-log/read-last-row.ts';
import { readAmongOthers } from '../../release-log/read-standing.ts';
import { approvalsNeeded, type Policy, type SafetyReason } from '../rules/policy.ts';
import { currentRound, deriveState } from '../rules/state.ts';
import { readPeople, type People } from './accounts.ts';
import { approversIn, readHistory, toEvents } from './read-events.ts';
import { readMedicineNames } from './medicine-names.ts';
import { readDraft, type Draft } from './read-draft.ts';
import { noteWriters, type Status, type StatusRows } from './status-row.ts';
import type { DocumentId, Stored } from './stored-entry.ts';
import { waitingEditors } from './waiting-editors.ts';
import { carriedWriters, type Carried } from './writers.ts';

type Known = 'seq' | 'type' | 'uid' | 'slug' | 'title' | 'version' | 'revision' | 'firstReleasedAt' | 'releasedAt';

/** A row of the log, as far as verbs ask about it. */
export type LiveRow = Pick<ReleasedRow, Known | 'kind' | 'approvals' | 'reviewedAt' | 'reviewDue'> & {
  /** null where nothing here can read it */
  snapshot: EntryContent | null;
};
type LastRow = LiveRow | Pick<WithdrawnRow, Known | 'kind'>;

/** Everything that rules and verbs ask about one entry, read inside one transaction and kept in step by the verbs. */
export interface Dossier {
  collection: EntryCollection;
  type: EntryType;
  id: DocumentId;
  uid: string;
  /** the draft as Payload's table holds it */
  stored: Stored;
  revision: Revision;
  status: Status;
  /** what the status rows say of the entries around this draft */
  around: Omit<StatusRows, 'own'>;
  /** sources and figures in the draft */
  carried: readonly Carried[];
  events: ReviewEvent[];
  /** place and hash of the latest event */
  historyHead: ChainHead | null;
  /** latest row in the log */
  last: LastRow | null;
  /** what readers have */
  live: LiveRow | null;
  /** of the entries that the draft names: those that readers have; null where it was not asked */
  liveUids: ReadonlySet<string> | null;
  /** whoever approved what may be released, approved what is live, is assigned, or asks */
  people: People;
  approvalsNeeded: number;
  /** what in the draft can hurt when it is wrong, against what is live */
  safety: SafetyReason[];
  state: State;
  /** with the medicines of the library, where how many must approve is asked */
  policy: Policy;
  now: Date;
}

/** By which rules, when, and for whom a dossier is read. */
export interface ReadFor {
  policy: Policy;
  now: Date;
  /** the account of whoever asks, to be among the dossier's people */
  asker?: string | undefined;
}

/** Reads the dossier of an entry by database id or uid. Throws `not-found`. */
export async function readDossier(
  req: PayloadRequest,
  collection: EntryCollection,
  idOrUid: DocumentId,
  why: ReadFor,
): Promise<Dossier> {
  return toDossier(req, collection, await findDraft(req, collection, idOrUid), why);
}

/** The current draft of an entry by database id or uid. Throws `not-found`. */
export async function findDraft(req: PayloadRequest, collection: EntryCollection, idOrUid: DocumentId): Promise<Draft> {
  const id = await resolveId(req, collection, idOrUid);
  const draft = id === null ? null : await readDraft(req, collection, id);
  if (!draft) throw new CodedError('not-found', `There is no entry ${String(idOrUid)} in ${collection}.`);
  return draft;
}

/**
 * The dossier around a draft in hand. With `forSaving` the log is asked only when the history tells of a release, and
 * for the names of medicines only while this text is under review: a save decides nothing that readers get.
 */
export async function toDossier(
  req: PayloadRequest,
  collection: EntryCollection,
  { doc, revision, carried, rows: { own, ...around } }: Draft,
  { policy, now, asker, forSaving = false }: ReadFor & { forSaving?: boolean },
): Promise<Dossier> {
  const { uid } = doc;
  if (own.id !== null && !forSaving)
    noteWriters(own, await changedOutside(req, own, revision, carried), now.toISOString());
  const history = await readHistory(req, uid);
  const { last, liveUids } = forSaving
    ? { last: hasRelease(history) ? await readLastRow(req, uid) : null, liveUids: null }
    : await readAmongOthers(
        req,
        uid,
        referencesOf(revision.content).map((reference) => reference.uid),
      );
  const people = await readPeople(req, {
    accounts: [...approversIn(history), ...assigneesOf(own), ...(asker === undefined ? [] : [asker])],
    clinicians: forSaving || last?.kind !== 'released' ? [] : last.approvals.map(({ clinician }) => clinician.uid),
  });
  const events = toEvents(history, people);
  const asksMedicines = !forSaving || currentRound(events, revision.hash).length > 0;
  const medicines = asksMedicines ? await readMedicineNames(req, revision.content) : [];
  return derive({
    collection,
    type: TYPE_OF[collection],
    id: doc.id,
    uid,
    stored: doc,
    revision,
    status: own,
    around,
    carried,
    events,
    historyHead: history.historyHead,
    last,
    liveUids,
    people,
    policy: { ...policy, medicines: [...(policy.medicines ?? []), ...medicines] },
    now,
  });
}

/**
 * Who changed what the draft carries and is not known to its row yet: they are its authors already. Where nobody has
 * come to the row since, by what is carried. Where a save was faster than a job, by the job alone. Of what readers
 * have, nobody is an author any more.
 */
async function changedOutside(
  req: PayloadRequest,
  { revision: known, base, live }: Status,
  { hash }: Revision,
  carried: readonly Carried[],
): Promise<Acting[]> {
  const isStale = known !== hash;
  const waiting = isStale || live?.revision !== hash ? await waitingEditors(req, carried) : [];
  return [...(isStale ? carriedWriters(carried, base) : []), ...waiting];
}

/** The dossier with what follows from the rest of it: what is live, how many must approve, the state. */
export function derive(facts: Omit<Dossier, 'live' | 'approvalsNeeded' | 'safety' | 'state'>): Dossier {
  const { revision, events, last, status, policy, now } = facts;
  const live = last?.kind === 'released' ? last : null;
  const { needed, reasons: safety } = approvalsNeeded(revision.content, live?.snapshot ?? null, policy);
  const scheduledRelease = status.scheduledVerb === 'release' ? status.scheduledRevision : null;
  const state = deriveState({
    hash: revision.hash,
    events,
    last,
    approvalsNeeded: needed,
    scheduledRelease,
    now,
  });
  return { ...facts, live, approvalsNeeded: needed, safety, state };
}

const assigneesOf = ({ assignment: { author, reviewers } }: Status): string[] =>
  [...(author ? [author] : []), ...reviewers].map(({ account }) => account);

const hasRelease = ({ lines }: Awaited<ReturnType<typeof readHistory>>): boolean =>
  lines.some(({ event }) => event === 'released');

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function resolveId(
  req: PayloadRequest,
  collection: EntryCollection,
  idOrUid: DocumentId,
): Promise<DocumentId | null> {
  const given = String(idOrUid);
  if (!UUID.test(given)) {
    const numeric = req.payload.db.defaultIDType === 'number';
    if (numeric) return /^[1-9]\d{0,14}$/.test(given) ? Number(given) : null;
    return /^[0-9a-f]{24}$/i.test(given) ? given : null;
  }
  const where = { uid: { equals: given.toLowerCase() } };
  const found = await req.payload.db.findOne<{ id: DocumentId }>({ collection, where, select: { uid: true }, req });
  return found?.id ?? null;
}
