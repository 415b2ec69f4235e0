import type { PayloadRequest } from 'payload';
import { isDuplicate } from '../../database/is-duplicate.ts';
import { TransientError } from '../../database/transact.ts';
import { linkAfter } from '../../model/chain.ts';
import type { CommentLine } from '../../model/comment.ts';
import { CodedError } from '../../model/errors.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { isAmong } from '../../model/person.ts';
import { readPeople, type Account, type People } from '../records/accounts.ts';
import { actorOf, type Actor } from '../records/actor.ts';
import { findDraft } from '../records/dossier.ts';
import type { Draft } from '../records/read-draft.ts';
import { readTalk, talkColumns, type Talk } from '../records/read-comments.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import type { CommentRefusal, Commenter, Reviewing } from '../rules/comments/may-comment.ts';
import { anchorsIn, type Anchor } from '../rules/comments/anchors.ts';
import { passagesOf, type Passage } from '../rules/comments/passages.ts';
import { refusedForRoom } from '../rules/comments/room.ts';
import { threadsOf, type Thread } from '../rules/comments/threads.ts';

/** Everything that is asked about the comments of one entry, read inside one transaction and kept in step. */
export interface CommentDesk {
  req: PayloadRequest;
  collection: EntryCollection;
  draft: Draft;
  passages: Passage[];
  talk: Talk;
  people: People;
  actor: Actor;
  now: Date;
}

type User = NonNullable<PayloadRequest['user']>;

/** Throws `not-found`. */
export async function readDesk(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
  { by, now }: { by: { user: User } | { actor: Actor }; now: Date },
): Promise<CommentDesk> {
  const draft = await findDraft(req, collection, id);
  const talk = await readTalk(req, draft.doc.uid);
  const authors = threadsOf(talk.lines).flatMap(({ kind, opened }) => (kind === 'must' ? (opened.actor ?? []) : []));
  const people = await readPeople(req, { accounts: [...authors, ...('user' in by ? [String(by.user.id)] : [])] });
  const actor = 'actor' in by ? by.actor : actorOf(people, by.user);
  return { req, collection, draft, passages: passagesOf(draft.revision.content), talk, people, actor, now };
}

export const commenterOf = ({ actor }: CommentDesk): Commenter => ({
  ...reviewing(actor),
  actor: actor.actor,
  person: actor.person,
  hasSession: actor.hasSession,
});

/** How the account of whoever opened a thread stands now; null when it is gone. */
export function authorNow({ people }: CommentDesk, { opened }: Thread): Reviewing | null {
  const account = opened.actor === null ? undefined : people.accounts.get(opened.actor);
  return account ? reviewing(account) : null;
}

const reviewing = ({ role, clinician, isInGoodStanding }: Account): Reviewing => ({
  role,
  hasClinician: clinician !== null,
  isInGoodStanding,
});

/** The thread that somebody speaks of. Throws `not-found`. */
export function threadIn({ talk }: CommentDesk, id: string): Thread {
  const thread = threadsOf(talk.lines).find((one) => one.thread === id);
  if (!thread) throw new CodedError('not-found', 'There is no such comment on this entry.');
  return thread;
}

/** Where the quote of a thread stands now; null when it speaks of the whole entry. */
export const anchorNow = ({ passages }: CommentDesk, { opened }: Thread): Anchor | null =>
  opened.quote && anchorsIn(passages)(opened.quote);

export function assertMay(refusal: CommentRefusal | null): void {
  if (refusal) throw new CodedError(refusal.code, refusal.message);
}

type Said = Pick<CommentLine, 'event' | 'thread' | 'key'> &
  Partial<Pick<CommentLine, 'kind' | 'quote' | 'body' | 'replacement' | 'mentions'>>;

/**
 * True when this very line is there already: whoever sends it again, after an answer that got lost, has said it once.
 * Throws `wrong-state` when its key was used for another one.
 */
export function isSaidAlready({ talk, actor }: CommentDesk, { event, thread, key, body = null }: Said): boolean {
  const line = talk.lines.find((one) => one.key === key);
  if (!line) return false;
  const isSame =
    line.event === event && line.thread === thread && line.body === (body ?? null) && isAmong(actor, [line]);
  if (!isSame) throw new CodedError('wrong-state', 'This key was used for another comment: choose a new one.');
  return true;
}

/**
 * Adds a line, chained to the one before it, in the caller's transaction, and brings the entry's status row in step:
 * there a comment meets the verbs and saves of its entry, and of two at once one starts over.
 */
export async function appendComment(desk: CommentDesk, said: Said): Promise<CommentLine> {
  const { req, draft, talk, actor, now } = desk;
  assertMay(refusedForRoom(talk.lines, said.event));
  const last = talk.lines.at(-1);
  const at = last && new Date(last.at) > now ? new Date(new Date(last.at).getTime() + 1) : now;
  const line: CommentLine = {
    kind: null,
    quote: null,
    body: null,
    replacement: null,
    mentions: [],
    ...said,
    entry: draft.doc.uid,
    revision: draft.revision.hash,
    at: at.toISOString(),
    actor: actor.actor,
    person: actor.person,
    actorName: actor.name,
  };
  const link = linkAfter(talk.head, { ...line });
  const { db } = req.payload;
  try {
    await db.create({ collection: 'comments', data: { ...line, ...link }, req, returning: false });
  } catch (cause) {
    throw isDuplicate(cause) ? new TransientError('another comment on this entry was faster', { cause }) : cause;
  }
  talk.lines.push(line);
  talk.head = link;
  const { own } = draft.rows;
  Object.assign(own, talkColumns(talk), { turn: own.turn + 1 });
  const { openThreads, openMusts, commentsHead, turn } = own;
  await db.updateOne({
    collection: 'entry-status',
    where: { uid: { equals: draft.doc.uid } },
    data: { openThreads, openMusts, commentsHead, turn },
    req,
    returning: false,
  });
  return line;
}
