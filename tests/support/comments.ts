import type { Payload } from 'payload';
import { v4 as uuid } from 'uuid';
import type { CommentsSheet, ThreadView } from '../../editorial/comments/comments-sheet.ts';
import { takeComment, type ThreadAct } from '../../editorial/comments/take-comment.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import type { Staff } from './people.ts';

type User = Staff[keyof Staff];

/** Says something of a cause; answers the thread that it began. */
export async function comment(
  payload: Payload,
  user: User,
  id: DocumentId,
  body: Record<string, unknown>,
): Promise<ThreadView> {
  const given = { key: uuid(), ...body };
  const sheet = await takeComment({ payload, collection: 'causes', id, act: 'open', body: given, by: { user } });
  return sheet.threads.find(({ thread }) => thread === given.key)!;
}

/** Does something to a thread on a cause. */
export const act = (
  payload: Payload,
  user: User,
  id: DocumentId,
  [thread, name]: [string, ThreadAct],
  body: Record<string, unknown> = {},
): Promise<CommentsSheet> =>
  takeComment({ payload, collection: 'causes', id, act: name, thread, body: { key: uuid(), ...body }, by: { user } });
