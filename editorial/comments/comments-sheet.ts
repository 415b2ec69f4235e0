import type { PayloadRequest } from 'payload';
import type { CommentEvent, CommentKind } from '../../model/comment.ts';
import { isAmong } from '../../model/person.ts';
import { anchorsIn, type Anchor } from '../rules/comments/anchors.ts';
import { refusedToApply, refusedToOpen, refusedToReopen, refusedToResolve } from '../rules/comments/may-comment.ts';
import { openCounts, threadsOf, type Thread } from '../rules/comments/threads.ts';
import { authorNow, commenterOf, type CommentDesk } from './comment-desk.ts';

/** The answer of GET …/comments and of everything that is done there (docs/http.md). */
export interface CommentsSheet {
  /** uid of the entry */
  uid: string;
  /** hash of the current draft */
  revision: string;
  openThreads: number;
  openMusts: number;
  /** oldest first */
  threads: ThreadView[];
  /** whether this person may say that something must change */
  mayOpenMust: boolean;
  /** who can be mentioned, by name */
  people: { id: string; name: string }[];
}

export interface ThreadView {
  thread: string;
  kind: CommentKind;
  isOpen: boolean;
  /** its suggested words were put into the text */
  isApplied: boolean;
  /** the words that it was written about, and what their text is called; null: the whole entry */
  quote: { exact: string; prefix: string; suffix: string; label: string } | null;
  /** where they stand now; null: the whole entry */
  anchor: Anchor | null;
  /** the place of the text where they stand now, or stood last, as `Change` names it; null: the whole entry */
  place: string | null;
  /** suggested words; empty: none in place of the quoted ones */
  replacement: string | null;
  /** oldest first; the first opened it */
  lines: ThreadLine[];
  /** why this person may not do so now; what is missing may be done */
  refusals: Partial<Record<'resolve' | 'reopen' | 'apply', string>>;
  /** whoever resolves it must say why */
  needsReason: boolean;
}

interface ThreadLine {
  key: string;
  event: CommentEvent;
  /** RFC 3339 */
  at: string;
  by: string;
  /** the asker wrote it */
  isOwn: boolean;
  body: string | null;
  /** names */
  mentions: string[];
  /** hash of the draft at which it was written */
  revision: string;
}

/** How the comments of an entry stand before whoever asks. */
export async function commentsSheet(desk: CommentDesk): Promise<CommentsSheet> {
  const { draft, talk } = desk;
  const people = await staffNames(desk.req);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const where = anchorsIn(desk.passages);
  return {
    uid: draft.doc.uid,
    revision: draft.revision.hash,
    ...openCounts(talk.lines),
    threads: threadsOf(talk.lines).map((thread) => viewOf(desk, thread, { names, where })),
    mayOpenMust: refusedToOpen('must', commenterOf(desk)) === null,
    people,
  };
}

interface Around {
  names: ReadonlyMap<string, string>;
  where: ReturnType<typeof anchorsIn>;
}

function viewOf(desk: CommentDesk, thread: Thread, { names, where }: Around): ThreadView {
  const { opened, kind, isOpen, isApplied, lines } = thread;
  const { quote, replacement } = opened;
  const anchor = quote && where(quote);
  const path = anchor && anchor.status !== 'orphaned' ? anchor.path : null;
  const passage = desk.passages.find((one) => (path === null ? one.place === quote?.place : one.path === path));
  return {
    thread: thread.thread,
    ...{ kind, isOpen, isApplied, anchor, replacement },
    place: passage?.place ?? quote?.place ?? null,
    quote: quote && {
      ...{ exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      label: passage?.label ?? quote.place,
    },
    lines: lines.map((line) => ({
      ...{
        key: line.key,
        event: line.event,
        at: line.at,
        by: line.actorName,
        body: line.body,
        revision: line.revision,
      },
      isOwn: isAmong(desk.actor, [line]),
      mentions: line.mentions.flatMap((id) => names.get(id) ?? []),
    })),
    ...standingOf(desk, thread, anchor),
  };
}

function standingOf(desk: CommentDesk, thread: Thread, anchor: Anchor | null) {
  const asker = commenterOf(desk);
  const author = authorNow(desk, thread);
  const withReason = refusedToResolve(thread, asker, { author, reason: 'said' });
  const isOpen = 'This is open.';
  const apply =
    refusedToApply(thread, asker)?.message ?? (anchor?.status === 'here' ? undefined : 'The words have changed since.');
  const refusals: ThreadView['refusals'] = thread.isOpen
    ? { reopen: isOpen, ...said('resolve', withReason?.message), ...said('apply', apply) }
    : { resolve: IS_DONE, apply: IS_DONE, ...said('reopen', refusedToReopen(thread, asker)?.message) };
  const needsReason = refusedToResolve(thread, asker, { author, reason: null })?.code === 'reply-missing';
  return { refusals, needsReason };
}

const IS_DONE = 'This is resolved.';

const said = (act: 'resolve' | 'reopen' | 'apply', why: string | undefined): ThreadView['refusals'] =>
  why === undefined ? {} : { [act]: why };

/** Everybody who can be mentioned: of a larger staff, the first by name. */
const MOST_NAMES = 500;

async function staffNames(req: PayloadRequest): Promise<{ id: string; name: string }[]> {
  const { docs } = await req.payload.find({
    collection: 'users',
    sort: 'name',
    limit: MOST_NAMES,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { name: true },
    req,
  });
  return docs.map(({ id, name }) => ({ id: String(id), name }));
}
