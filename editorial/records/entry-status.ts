import type { PayloadRequest } from 'payload';
import { formPathsOf } from '../../model/entries/form-paths.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryCollection } from '../../model/entries/types.ts';
import { isAmong } from '../../model/person.ts';
import { currentRound } from '../rules/state.ts';
import { editorOf } from './actor.ts';
import { appendEvent } from './append-event.ts';
import { derive, readDossier, type Dossier } from './dossier.ts';
import { servicesOf } from './services.ts';
import { NOT_SCHEDULED } from './status-row.ts';
import type { DocumentId } from './stored-entry.ts';

/**
 * Brings an entry's status row in line with its draft, history and log, in the caller's transaction. The
 * `editor` who changed the revision is remembered (four eyes), a review round that was under way for the text
 * before ends, and a release that was scheduled for another revision lapses. Answers how the entry stands then.
 */
export async function refreshStatus(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
  { editor = null }: { editor?: PayloadRequest['user'] } = {},
): Promise<Dossier> {
  const { policy, now } = servicesOf(req.payload);
  const dossier = await readDossier(req, collection, id, { policy, now: now(), forSaving: true });
  if (dossier.status.revision !== dossier.revision.hash) await noteEdit(req, dossier, editor);
  return settle(req, dossier);
}

/** Derives the state anew from what is in hand and writes the status row: the last thing that a verb does. */
export async function settle(req: PayloadRequest, facts: Dossier): Promise<Dossier> {
  const dossier = derive(facts);
  await writeStatus(req, dossier);
  return dossier;
}

/**
 * Writes the row of a dossier as it is in hand. Verbs and saves of one entry meet here: of two at once the
 * database lets one pass, and the other starts over.
 */
async function writeStatus(req: PayloadRequest, dossier: Dossier): Promise<void> {
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

async function noteEdit(req: PayloadRequest, dossier: Dossier, user: PayloadRequest['user']): Promise<void> {
  const { status, events, now: at } = dossier;
  const editor = user ? await editorOf(req, user) : null;
  if (editor && !isAmong(editor, status.editors)) {
    status.editors = [...status.editors, { actor: editor.actor, person: editor.person }];
  }
  if (status.revision !== null && currentRound(events, status.revision).length > 0) {
    await appendEvent(req, dossier, {
      event: 'edited',
      revision: status.revision,
      at,
      ...(editor ? { actor: editor.actor, person: editor.person, actorName: editor.name } : {}),
      comment: 'Changed while under review: what was approved before no longer counts.',
    });
  }
  if (status.scheduledVerb === 'release') {
    await appendEvent(req, dossier, {
      event: 'schedule-lapsed',
      revision: status.scheduledRevision ?? '',
      at,
      comment: 'The entry was changed after its release was scheduled.',
    });
    Object.assign(status, NOT_SCHEDULED);
  }
}

/** The entries whose current draft cites a source or shows a figure. */
export async function entriesUsing(
  req: PayloadRequest,
  shared: 'sources' | 'media',
  id: DocumentId,
): Promise<{ collection: EntryCollection; id: DocumentId; slug: string }[]> {
  const found = [];
  for (const type of ENTRY_TYPES) {
    const collection = COLLECTION_OF[type];
    const fields = formPathsOf(type, shared);
    if (fields.length === 0) continue;
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
