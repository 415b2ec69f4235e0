import type { z } from 'zod';
import { fieldsOf } from '../../model/entries/entries.ts';
import { CodedError } from '../../model/errors.ts';
import { findDraft } from '../records/dossier.ts';
import { announceOrigin } from '../records/origin.ts';
import { refusedToApply } from '../rules/comments/may-comment.ts';
import { passagesOf } from '../rules/comments/passages.ts';
import {
  anchorNow,
  appendComment,
  assertMay,
  commenterOf,
  isSaidAlready,
  threadIn,
  type CommentDesk,
} from './comment-desk.ts';
import { replaceWords } from './replace-words.ts';
import type { actBody } from './words.ts';

/**
 * Puts suggested words into the draft, as a save of whoever applies them; both that person and whoever suggested them
 * wrote in the entry then (ADR 0084). A must stays open: its author calls it done. Throws `words-changed` when the words that they replace do not stand there any
 * more, `wrong-state` when they have to be put by hand.
 */
export async function applySuggestion(
  desk: CommentDesk,
  id: string,
  { key, body }: z.infer<typeof actBody>,
): Promise<void> {
  const { req, collection, draft, passages } = desk;
  const thread = threadIn(desk, id);
  const line = { event: 'applied', thread: thread.thread, key, body: body || null } as const;
  if (isSaidAlready(desk, line)) return;
  assertMay(refusedToApply(thread, commenterOf(desk)));
  if (!thread.isOpen) throw new CodedError('wrong-state', `${thread.lines.at(-1)?.actorName ?? ''} has resolved this.`);
  const anchor = anchorNow(desk, thread);
  const passage = anchor?.status === 'here' ? passages.find(({ path }) => path === anchor.path) : undefined;
  if (anchor?.status !== 'here' || !passage) {
    throw new CodedError('words-changed', 'The words have changed since: put the suggested ones by hand.');
  }
  const { type } = draft.revision.content;
  const words = { path: passage.path, start: anchor.start, end: anchor.end, text: passage.text };
  const data = replaceWords(fieldsOf(type), draft.doc, words, thread.opened.replacement ?? '');
  if (!data) throw new CodedError('wrong-state', BY_HAND);
  const { actor, person } = thread.opened;
  announceOrigin(req, { wordsOf: [{ actor, person }] });
  await req.payload.update({
    collection,
    id: draft.doc.id,
    data,
    draft: true,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  desk.draft = await findDraft(req, collection, draft.doc.id);
  desk.passages = passagesOf(desk.draft.revision.content);
  await appendComment(desk, line);
}

const BY_HAND =
  'These words go over a link, a citation or the end of a line, or stand in a source or figure: change them by hand.';
