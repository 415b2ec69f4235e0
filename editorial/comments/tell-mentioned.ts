import type { CommentLine } from '../../model/comment.ts';
import { notify } from '../notices/notify.ts';
import type { CommentDesk } from './comment-desk.ts';

/** Tells whoever a line mentions, in the caller's transaction. */
export async function tellMentioned({ req, draft }: CommentDesk, line: CommentLine): Promise<void> {
  if (line.mentions.length === 0) return;
  const { type, uid, title } = draft.revision.content;
  await notify(req, {
    kind: 'mentioned',
    entry: { type, uid, title },
    to: line.mentions.map((account) => ({ account, named: true })),
    by: line.actor,
    occasion: line.key,
    detail: line.body,
    anchor: `comment-${line.thread}`,
    at: new Date(line.at),
  });
}
