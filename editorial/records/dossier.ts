import type { PayloadRequest, Where } from 'payload';
import { readLastRow, readLiveUids } from '../../release-log/read-rows.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { referencesOf } from '../../model/entries/references.ts';
import { TYPE_OF, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import { headOf, type ChainHead } from '../../model/chain.ts';
import { CodedError } from '../../model/errors.ts';
import type { State } from '../../model/lifecycle.ts';
import { approvalsNeeded, type Policy } from '../rules/policy.ts';
import { readDraft } from './read-draft.ts';
import type { DocumentId, Stored } from './stored-entry.ts';
import type { Release, ReleasedRow } from '../../model/release-row.ts';
import type { Surroundings } from '../rules/requirements.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import type { Revision } from '../../model/revision.ts';
import { deriveState } from '../rules/state.ts';

export interface StatusRow {
  id: DocumentId;
  uid: string;
  revision: string;
  state: State;
  /** database ids, as text, of those who edited the entry since its last release */
  editors: string[];
  turn: number;
  scheduledAt: string | null;
  scheduledVerb: 'release' | 'withdraw' | null;
  scheduledRevision: string | null;
  scheduledBy: string | null;
  scheduledByName: string | null;
}

/** Everything that rules and verbs ask about one entry, read inside one transaction. */
export interface Dossier {
  collection: EntryCollection;
  type: EntryType;
  id: DocumentId;
  uid: string;
  /** the draft as Payload's table holds it */
  stored: Stored;
  revision: Revision;
  status: StatusRow | null;
  events: ReviewEvent[];
  /** place and hash of the latest event */
  historyHead: ChainHead | null;
  /** latest row in the log */
  last: Release | null;
  /** what readers have */
  live: ReleasedRow | null;
  approvalsNeeded: number;
  state: State;
  surroundings: Surroundings;
}

/** Reads the dossier of an entry by database id or uid. Throws `not-found`. */
export async function readDossier(
  req: PayloadRequest,
  collection: EntryCollection,
  idOrUid: DocumentId,
  { policy, now }: { policy: Policy; now: Date },
): Promise<Dossier> {
  const id = await resolveId(req, collection, idOrUid);
  const draft = id === null ? null : await readDraft(req, collection, id);
  if (!draft) throw new CodedError('not-found', `There is no entry ${String(idOrUid)} in ${collection}.`);
  const { doc, revision } = draft;
  const type = TYPE_OF[collection];
  const uid = doc.uid;
  const status = await readStatus(req, uid);
  const { events, historyHead } = await readEvents(req, uid);
  const last = await readLastRow(req, uid);
  const live = last?.kind === 'released' ? last : null;
  const needed = approvalsNeeded(revision.content, live?.snapshot ?? null, policy);
  const state = deriveState({
    hash: revision.hash,
    events,
    last,
    approvalsNeeded: needed,
    scheduledRelease: status?.scheduledVerb === 'release' ? status.scheduledRevision : null,
    now,
  });
  const surroundings = await readSurroundings(req, collection, revision.content, { policy, now });
  return {
    collection,
    type,
    id: doc.id,
    uid,
    stored: doc,
    revision,
    status,
    events,
    historyHead,
    last,
    live,
    approvalsNeeded: needed,
    state,
    surroundings,
  };
}

/** What the requirements must know about the world around this content, be it the draft or what is live. */
export async function readSurroundings(
  req: PayloadRequest,
  collection: EntryCollection,
  content: EntryContent,
  { policy, now }: { policy: Policy; now: Date },
): Promise<Surroundings> {
  const uids = referencesOf(content).map(({ uid }) => uid);
  return {
    liveUids: await readLiveUids(req, uids),
    slugTaken: await isSlugTaken(req, collection, content.slug, content.uid),
    policy,
    now,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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
  const { docs } = await req.payload.find({
    collection,
    where: { uid: { equals: given.toLowerCase() } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return docs[0]?.id ?? null;
}

export async function readStatus(req: PayloadRequest, uid: string): Promise<StatusRow | null> {
  const [row] = await findRows(req, 'entry-status', { uid: { equals: uid } }, { limit: 1 });
  if (!row) return null;
  return { ...row, editors: Array.isArray(row.editors) ? row.editors : [] } as unknown as StatusRow;
}

async function readEvents(req: PayloadRequest, uid: string): Promise<Pick<Dossier, 'events' | 'historyHead'>> {
  const rows = await findRows(req, 'reviews', { entry: { equals: uid } }, { sort: ['position'] });
  const latest = rows.at(-1);
  const events = rows.map((row) => ({
    event: row.event,
    entry: row.entry,
    revision: row.revision,
    at: row.at,
    actor: row.actor ?? null,
    actorName: row.actorName ?? '',
    clinician: row.clinician ?? null,
    comment: row.comment ?? null,
    changeKind: row.changeKind ?? null,
    changeNote: row.changeNote ?? null,
    sectionsChecked: row.sectionsChecked ?? [],
    scheduledFor: row.scheduledFor ?? null,
    seq: row.seq ?? null,
  })) as ReviewEvent[];
  return { events, historyHead: latest ? headOf(latest) : null };
}

/**
 * True when another entry of the type has, or once gave its readers, this web address. An entry that was
 * never released also holds the one it began with, in Payload's own table.
 */
async function isSlugTaken(
  req: PayloadRequest,
  collection: EntryCollection,
  slug: string,
  uid: string,
): Promise<boolean> {
  const type = TYPE_OF[collection];
  const others = { uid: { not_equals: uid } };
  const claims: [Parameters<typeof findRows>[1], Where][] = [
    ['slug-history', { address: { equals: `${type}/${slug}` } }],
    ['entry-status', { and: [{ type: { equals: type } }, { slug: { equals: slug } }] }],
    [collection, { slug: { equals: slug } }],
  ];
  for (const [table, claim] of claims) {
    if ((await findRows(req, table, { and: [claim, others] }, { limit: 1, select: { uid: true } })).length > 0)
      return true;
  }
  return false;
}

async function findRows(
  req: PayloadRequest,
  collection: EntryCollection | 'entry-status' | 'reviews' | 'slug-history',
  where: Where,
  { sort, limit = 0, select }: { sort?: string[]; limit?: number; select?: Record<string, true> } = {},
): Promise<Record<string, unknown>[]> {
  const { docs } = await req.payload.find({
    collection,
    where,
    limit,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
    ...(sort ? { sort } : {}),
    ...(select ? { select } : {}),
  });
  return docs as unknown as Record<string, unknown>[];
}
