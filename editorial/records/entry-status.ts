import type { PayloadRequest } from 'payload';
import { timeOf } from '../../database/later-versions.ts';
import { TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import type { State } from '../../model/lifecycle.ts';
import { findableDigest, keepFindable } from '../finder/keep-findable.ts';
import { entryToFind } from '../finder/what-is-found.ts';
import { dueNotice } from '../rules/due-notices.ts';
import { nextReviewNotice } from '../rules/review-notices.ts';
import { currentRound, deriveState } from '../rules/state.ts';
import { editorOf, type Editor } from './actor.ts';
import { appendEvent } from './append-event.ts';
import { writersInTrash } from './deleted-draft.ts';
import { derive, findDraft, toDossier, type Dossier } from './dossier.ts';
import type { Draft } from './read-draft.ts';
import { readTalk, talkColumns } from './read-comments.ts';
import { queueColumns, queueColumnsAtRest, type QueueColumns } from './queue-columns.ts';
import { servicesOf } from './services.ts';
import { lapsed, noteWriters, type Status } from './status-row.ts';
import type { DocumentId, Stored } from './stored-entry.ts';
import { writersOfOrigin, type Origin } from './origin.ts';
import { writersBySuggestion } from './suggested-words.ts';
import { waitingEditors } from './waiting-editors.ts';
import { carriedWriters, type Writer } from './writers.ts';

interface Refresh {
  /** who saved the entry */
  editor?: PayloadRequest['user'];
  /** who changed what it carries */
  changedBy?: Editor | null;
  /** the change was committed before, and the row may know of it already */
  isLater?: boolean;
  origin?: Origin | null;
}

/**
 * Brings an entry's status row in line with its draft, history and log, in the caller's transaction. Whoever wrote
 * what is new in the revision is remembered (four eyes): the `editor`, the writers of the `origin` that it was taken
 * from, those of sources and figures that came in or were changed. A review round that was under way for the text
 * before ends, and a release that was scheduled for another revision lapses. So does the round of an entry that has no
 * row: it was deleted meanwhile. Answers how the entry stands then.
 */
export async function refreshStatus(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
  { editor: user = null, changedBy = null, isLater = false, origin = null }: Refresh = {},
): Promise<{ uid: string; state: State }> {
  const { policy, now: clock } = servicesOf(req.payload);
  const now = clock();
  const draft = await findDraft(req, collection, id);
  const { doc, revision, rows } = draft;
  if (rows.own.id === null) {
    takeUp(rows.own, await writersInTrash(req, doc.uid));
    Object.assign(rows.own, talkColumns(await readTalk(req, doc.uid)));
  }
  const isEdited = rows.own.revision !== revision.hash;
  if (isEdited) {
    // Most saves change no name: its own row tells, without a look at the words.
    const found = entryToFind(collection, draft);
    const foundBy = findableDigest(found);
    if (rows.own.foundBy !== foundBy) await keepFindable(req, found);
    rows.own.foundBy = foundBy;
  }
  const editor = isEdited && user ? await editorOf(req, user) : changedBy;
  if (isEdited) {
    const inherited = origin ? await writersOfOrigin(req, collection, rows.own, origin) : [];
    const suggesters = await writersBySuggestion(req, rows.own, revision.content);
    const carried = carriedWriters(draft.carried, rows.own.base);
    const people = [...(editor ? [editor] : []), ...inherited, ...suggesters, ...carried];
    noteWriters(rows.own, people, savedAt(doc, now));
  } else if (isLater && changedBy && rows.own.live?.revision !== revision.hash) {
    // A save or a verb came to the row before this job: what it changed is in a text that readers do not have.
    noteWriters(rows.own, [changedBy], now.toISOString());
  }
  if (isAtRest(rows.own)) {
    const standing = standingAtRest(collection, draft, now);
    await writeStatus(req, rows.own, standing);
    return { uid: doc.uid, state: standing.state };
  }
  const dossier = await toDossier(req, collection, draft, { policy, now, forSaving: true });
  if (isEdited) await noteEdit(req, dossier, editor);
  dossier.status.revision = revision.hash;
  return settle(req, dossier);
}

/**
 * True where a new text ends nothing and revives nothing: no review is under way, nothing is planned, and the row
 * says all that the history and the log would. That is so of what readers have while nobody has submitted another
 * text, and of an entry without a history.
 */
const isAtRest = ({ id, state, live, historyHead, scheduledVerb }: Status): boolean => {
  if (id === null || scheduledVerb !== null) return false;
  const isQuiet = state === 'live' || state === 'review-overdue' || state === 'draft';
  return isQuiet && (live !== null || historyHead === null);
};

/** How an entry at rest stands with another text: as the state rules say of an entry without a round of review. */
function standingAtRest(collection: EntryCollection, { doc, revision, rows }: Draft, now: Date): Standing {
  const { live, historyHead } = rows.own;
  const last = live && { ...live, kind: 'released' as const };
  const state = deriveState({
    hash: revision.hash,
    events: [],
    last,
    approvalsNeeded: Infinity,
    scheduledRelease: null,
    now,
  });
  return {
    collection,
    id: doc.id,
    uid: doc.uid,
    revision,
    state,
    live,
    historyHead,
    changedSinceApproval: state === 'draft' && live !== null,
    queued: queueColumnsAtRest(rows.own, state),
  };
}

/** Derives the state anew from what is in hand and writes the status row: the last thing that a verb does. */
export async function settle(req: PayloadRequest, facts: Dossier): Promise<Dossier> {
  await noteChangeOutside(req, facts);
  const dossier = derive(facts);
  const { state, live, events, historyHead } = dossier;
  await writeStatus(req, dossier.status, {
    ...dossier,
    historyHead: historyHead?.hash ?? null,
    changedSinceApproval: state === 'draft' && (live !== null || events.some(({ event }) => event === 'approved')),
    queued: queueColumns(dossier),
  });
  return dossier;
}

/** What is derived of an entry and stands in its row beside what the row keeps by itself. */
interface Standing extends Pick<Dossier, 'collection' | 'id' | 'uid' | 'revision' | 'state'> {
  live: Status['live'];
  historyHead: string | null;
  changedSinceApproval: boolean;
  queued: QueueColumns;
}

/**
 * Writes the row of an entry. Verbs and saves of one entry meet here: of two at once the database lets one pass, and
 * the other starts over.
 */
async function writeStatus(
  req: PayloadRequest,
  { id, live: before, ...kept }: Status,
  { collection, id: entryId, uid, revision, state, live, historyHead, changedSinceApproval, queued }: Standing,
): Promise<void> {
  const isNewDate = live?.reviewDue !== before?.reviewDue;
  const now = servicesOf(req.payload).now();
  const notice = live && isNewDate ? nextReviewNotice(live.reviewDue, now) : null;
  const data = {
    ...kept,
    ...(isNewDate ? { noticeDueAt: notice?.toISOString() ?? null } : {}),
    ...dueNotice(kept.assignment.dueAt, kept, now),
    ...queued,
    uid,
    type: TYPE_OF[collection],
    entryId: String(entryId),
    title: revision.content.title,
    slug: revision.content.slug,
    state,
    revision: revision.hash,
    historyHead,
    turn: kept.turn + 1,
    changedSinceApproval,
    liveSeq: live?.seq ?? null,
    liveRevision: live?.revision ?? null,
    reviewDue: live ? `${live.reviewDue}T00:00:00.000Z` : null,
  };
  const { db } = req.payload;
  if (id === null) await db.create({ collection: 'entry-status', data, req, returning: false });
  else await db.updateOne({ collection: 'entry-status', id, data, req, returning: false });
}

/** An entry that comes back has the authors that it had, through whatever door it comes. */
function takeUp(status: Status, writers: readonly Writer[]): void {
  status.writers = [...writers];
  status.editors = writers.map(({ actor, person }) => ({ actor, person }));
}

/** The time that the saved state bears: its writer had written by then. */
const savedAt = ({ updatedAt }: Stored, now: Date): string =>
  (updatedAt === undefined || updatedAt === null ? now : new Date(timeOf(updatedAt))).toISOString();

/**
 * What the draft carries was changed, and nobody has come to its row since: its reading has found the authors, and the
 * round of the text before has ended, with its plan. A verb notes it before its own event: afterwards neither is there.
 */
export async function noteChangeOutside(req: PayloadRequest, dossier: Dossier): Promise<void> {
  const { status, revision } = dossier;
  if (status.id === null || status.revision === revision.hash) return;
  await noteEdit(req, dossier, null);
  status.revision = revision.hash;
}

async function noteEdit(req: PayloadRequest, dossier: Dossier, saver: Editor | null): Promise<void> {
  const { status, events, now: at } = dossier;
  // What comes back may have another text by now: the round was of the text that went.
  const isBack = status.id === null;
  const before = status.revision ?? events.findLast(({ event }) => event === 'submitted')?.revision ?? '';
  if (currentRound(events, before).length > 0) {
    const editor = saver ?? (await waitingEditors(req, dossier.carried))[0];
    await appendEvent(req, dossier, {
      event: 'edited',
      revision: before,
      at,
      ...(editor ? { actor: editor.actor, person: editor.person, actorName: editor.name } : {}),
      comment: `${isBack ? 'Deleted and put back' : 'Changed'} while under review: what was approved before no longer counts.`,
    });
  }
  if (status.scheduledVerb === 'release') {
    const comment = 'The entry was changed after its release was scheduled.';
    await appendEvent(req, dossier, {
      event: 'schedule-lapsed',
      revision: status.scheduledRevision ?? '',
      at,
      comment,
    });
    Object.assign(status, lapsed(at, comment));
  }
}
