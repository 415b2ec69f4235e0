import type { PayloadRequest } from 'payload';
import { appendEvent } from './append-event.ts';
import { COLLECTION_OF, type EntryCollection } from '../../model/entries/types.ts';
import { readDossier, type Dossier } from './dossier.ts';
import type { DocumentId } from './stored-entry.ts';
import { servicesOf } from './services.ts';
import { currentRound } from '../rules/state.ts';

/**
 * Brings an entry's status row in line with its draft, history and log, in the caller's transaction. A
 * person who changed the revision is remembered as its editor (four eyes), a review round that was under
 * way for the text before ends, and a release that was scheduled for another revision lapses.
 */
export async function refreshStatus(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
  { now = servicesOf(req.payload).now(), editor = null }: { now?: Date; editor?: Editor | null } = {},
): Promise<Dossier> {
  const { policy } = servicesOf(req.payload);
  const dossier = await readDossier(req, collection, id, { policy, now });
  const { status, revision, state, live } = dossier;
  const changed = status?.revision !== revision.hash;
  const editors = new Set(status?.editors ?? []);
  if (changed && editor) editors.add(String(editor.id));
  if (status && changed && currentRound(dossier.events, status.revision).length > 0) {
    await appendEvent(req, dossier, {
      event: 'edited',
      revision: status.revision,
      at: now,
      actor: editor ? String(editor.id) : null,
      ...(editor ? { actorName: editor.name } : {}),
      comment: 'Changed while under review: what was approved before no longer counts.',
    });
  }
  const lapses = status?.scheduledVerb === 'release' && status.scheduledRevision !== revision.hash;
  if (lapses) {
    await appendEvent(req, dossier, {
      event: 'schedule-lapsed',
      revision: status.scheduledRevision ?? '',
      at: now,
      comment: 'The entry was changed after its release was scheduled.',
    });
  }
  await writeStatus(req, dossier, {
    editors: [...editors],
    changedSinceApproval:
      state === 'draft' && (live !== null || dossier.events.some(({ event }) => event === 'approved')),
    ...(lapses ? NOT_SCHEDULED : {}),
  });
  return dossier;
}

interface Editor {
  id: DocumentId;
  name: string;
}

export const NOT_SCHEDULED = {
  scheduledAt: null,
  scheduledVerb: null,
  scheduledRevision: null,
  scheduledBy: null,
  scheduledByName: null,
} as const;

/** Notes on an entry's status row what cannot be derived: schedule and editors. */
export async function noteOnStatus(
  req: PayloadRequest,
  { status }: Dossier,
  data: Record<string, unknown>,
): Promise<void> {
  if (!status) throw new Error('an entry without a status row');
  await req.payload.db.updateOne({ collection: 'entry-status', id: status.id, data, req });
}

async function writeStatus(req: PayloadRequest, dossier: Dossier, extra: Record<string, unknown> = {}): Promise<void> {
  const { uid, type, id, revision, state, live, status, historyHead } = dossier;
  const data = {
    uid,
    type,
    entryId: String(id),
    title: revision.content.title,
    slug: revision.content.slug,
    state,
    revision: revision.hash,
    historyHead: historyHead?.hash ?? null,
    liveSeq: live?.seq ?? null,
    liveRevision: live?.revision ?? null,
    reviewDue: live ? `${live.reviewDue}T00:00:00.000Z` : null,
    ...extra,
  };
  if (status) await req.payload.db.updateOne({ collection: 'entry-status', id: status.id, data, req });
  else await req.payload.db.create({ collection: 'entry-status', data: { turn: 0, editors: [], ...data }, req });
}

/** The entries whose current draft cites a source or shows a figure. */
export async function entriesUsing(
  req: PayloadRequest,
  shared: 'sources' | 'media',
  id: DocumentId,
): Promise<{ collection: EntryCollection; id: DocumentId; slug: string }[]> {
  const paths: Partial<Record<EntryCollection, string[]>> =
    shared === 'sources'
      ? Object.fromEntries(Object.values(COLLECTION_OF).map((collection) => [collection, ['sources']]))
      : { guides: ['figures'], causes: ['sections.figures'], treatments: ['sections.figures'] };
  const found = [];
  for (const [collection, fields] of Object.entries(paths) as [EntryCollection, string[]][]) {
    const { docs } = await req.payload.find({
      collection,
      where: { or: fields.map((field) => ({ [field]: { in: [id] } })) },
      draft: true,
      limit: 0,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      select: { slug: true },
      req,
    });
    found.push(...docs.map((doc) => ({ collection, id: doc.id, slug: doc.slug })));
  }
  return found;
}

/** After a source or figure was changed: every entry that uses it has a new revision, edited by this person. */
export async function refreshEntriesUsing(
  req: PayloadRequest,
  shared: 'sources' | 'media',
  id: DocumentId,
): Promise<void> {
  for (const entry of await entriesUsing(req, shared, id)) {
    await refreshStatus(req, entry.collection, entry.id, { editor: req.user ?? null });
  }
}
