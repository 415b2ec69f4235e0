import type { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { refusedToReopen, refusedToResolve } from '../rules/comments/may-comment.ts';
import {
  appendComment,
  assertMay,
  authorNow,
  commenterOf,
  isSaidAlready,
  threadIn,
  type CommentDesk,
} from './comment-desk.ts';
import { tellMentioned } from './tell-mentioned.ts';
import type { actBody, replyBody } from './words.ts';

type Act = z.infer<typeof actBody>;

export async function reply(desk: CommentDesk, id: string, body: z.infer<typeof replyBody>): Promise<void> {
  const { thread } = threadIn(desk, id);
  const line = { event: 'replied', thread, ...body } as const;
  if (!isSaidAlready(desk, line)) await tellMentioned(desk, await appendComment(desk, line));
}

/** Calls a thread done. Throws `wrong-state` when it is: of two at once one sees that the other was faster. */
export async function resolve(desk: CommentDesk, id: string, { key, body }: Act): Promise<void> {
  const thread = threadIn(desk, id);
  const reason = body || null;
  const line = { event: 'resolved', thread: thread.thread, key, body: reason } as const;
  if (isSaidAlready(desk, line)) return;
  if (!thread.isOpen) throw new CodedError('wrong-state', `${thread.lines.at(-1)?.actorName ?? ''} has resolved this.`);
  assertMay(refusedToResolve(thread, commenterOf(desk), { author: authorNow(desk, thread), reason }));
  await appendComment(desk, line);
}

export async function reopen(desk: CommentDesk, id: string, { key, body }: Act): Promise<void> {
  const thread = threadIn(desk, id);
  const line = { event: 'reopened', thread: thread.thread, key, body: body || null } as const;
  if (isSaidAlready(desk, line)) return;
  if (thread.isOpen) throw new CodedError('wrong-state', 'This is open.');
  assertMay(refusedToReopen(thread, commenterOf(desk)));
  await appendComment(desk, line);
}
