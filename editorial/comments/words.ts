import { z } from 'zod';
import { mustSay, said } from '../verbs/said.ts';

/** Chosen by whoever speaks, so that what is sent twice is said once. */
export const commentKey = z.uuid().lowercase();

/** Ids of accounts of the staff. */
export const mentioned = z
  .array(z.string().regex(/^[0-9a-z-]{1,40}$/i))
  .max(20)
  .default([]);

export const replyBody = z.object({ key: commentKey, body: mustSay(4000), mentions: mentioned });

/** Of resolving, reopening and applying: a word may come with it. */
export const actBody = z.object({ key: commentKey, body: said(4000).default('') });
