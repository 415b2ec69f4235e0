import type { CommentEvent, CommentLine } from '../../../model/comment.ts';
import type { CommentRefusal } from './may-comment.ts';

/** Comments and replies of one entry: more than any review has. */
export const MOST_SAID = 2000;

/**
 * What fills the room of an entry. What ends a thread or opens it again finds room always: else a full
 * entry with an open must would stay as it is for ever.
 */
const FILLS: readonly CommentEvent[] = ['opened', 'replied'];

export function refusedForRoom(lines: readonly CommentLine[], event: CommentEvent): CommentRefusal | null {
  if (!FILLS.includes(event) || lines.filter((line) => FILLS.includes(line.event)).length < MOST_SAID) return null;
  return { code: 'wrong-state', message: `An entry has room for ${MOST_SAID} comments and replies.` };
}
