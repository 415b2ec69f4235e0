import type { Payload, PayloadRequest } from 'payload';
import type { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { CodedError } from '../../model/errors.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { Actor } from '../records/actor.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { storable } from '../verbs/storable.ts';
import { applySuggestion } from './apply-suggestion.ts';
import { readDesk, type CommentDesk } from './comment-desk.ts';
import { commentsSheet, type CommentsSheet } from './comments-sheet.ts';
import { openBody, openThread } from './open-thread.ts';
import { reopen, reply, resolve } from './thread-acts.ts';
import { actBody, replyBody } from './words.ts';

/** What can be done to a thread, by the last part of its address. */
export const THREAD_ACTS = ['replies', 'resolve', 'reopen', 'apply'] as const;
export type ThreadAct = (typeof THREAD_ACTS)[number];

type Run = (desk: CommentDesk, thread: string) => Promise<unknown>;

/** Parses the body; answers what then does it. */
const runs =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (desk: CommentDesk, thread: string, body: z.infer<Schema>) => Promise<unknown>,
  ) =>
  (given: unknown): Run => {
    const parsed = schema.safeParse(storable(given));
    if (!parsed.success) throw invalid(parsed.error.issues);
    return (desk, thread) => run(desk, thread, parsed.data);
  };

const RUNS: Record<'open' | ThreadAct, (given: unknown) => Run> = {
  open: runs(openBody, (desk, _, body) => openThread(desk, body)),
  replies: runs(replyBody, reply),
  resolve: runs(actBody, resolve),
  reopen: runs(actBody, reopen),
  apply: runs(actBody, applySuggestion),
};

type User = NonNullable<PayloadRequest['user']>;

export interface TakeComment {
  payload: Payload;
  collection: EntryCollection;
  /** database id or uid of the entry */
  id: DocumentId;
  /** `open` begins a thread; the others speak of `thread` */
  act: 'open' | ThreadAct;
  thread?: string;
  body: unknown;
  /** a logged-in person, or an actor that the caller vouches for (an outside expert) */
  by: { user: User } | { actor: Actor };
}

/**
 * Says or does one thing in the comments of an entry, as one transaction, and answers how they stand then. The one way
 * in. Throws CodedError; then nothing has happened.
 */
export async function takeComment({
  payload,
  collection,
  id,
  act,
  thread,
  body,
  by,
}: TakeComment): Promise<CommentsSheet> {
  const run = RUNS[act](body);
  const { now: clock } = servicesOf(payload);
  return transact(
    payload,
    async (req) => {
      const desk = await readDesk(req, collection, id, { by, now: clock() });
      await run(desk, thread ?? '');
      return commentsSheet(desk);
    },
    'user' in by ? { user: by.user } : {},
  );
}

/** How the comments of an entry stand, without changing anything. Throws `not-found`. */
export async function readComments(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<CommentsSheet> {
  if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
  const { now } = servicesOf(req.payload);
  return commentsSheet(await readDesk(req, collection, id, { by: { user: req.user }, now: now() }));
}

function invalid(issues: z.core.$ZodIssue[]): CodedError {
  const fields = issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return new CodedError('invalid-request', fields.map(({ field, message }) => `${field}: ${message}`).join('; '), {
    fields,
  });
}
