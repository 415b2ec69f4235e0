import { z } from 'zod';
import { COMMENT_KINDS } from '../../model/comment.ts';
import { CodedError } from '../../model/errors.ts';
import { quoteOf } from '../rules/comments/anchors.ts';
import { withSingleBlanks } from '../rules/comments/passages.ts';
import { refusedToOpen } from '../rules/comments/may-comment.ts';
import { timesIn } from '../rules/comments/suggested-words.ts';
import { said } from '../verbs/said.ts';
import { appendComment, assertMay, commenterOf, isSaidAlready, type CommentDesk } from './comment-desk.ts';
import { tellMentioned } from './tell-mentioned.ts';
import { commentKey, mentioned } from './words.ts';

/** Words that somebody chose, and some of what stands around them. */
const anchor = z.object({
  /** true path of the text or of what is around it, e.g. `sections.2`; without it the words are looked for in all */
  field: z.string().max(200).optional(),
  exact: z.string().min(1).max(1000),
  prefix: z.string().max(200).optional(),
  suffix: z.string().max(200).optional(),
});

export const openBody = z
  .object({
    key: commentKey,
    kind: z.enum(COMMENT_KINDS).default('comment'),
    /** may be left out of suggested words alone */
    body: said(4000).default(''),
    /** without it the comment speaks of the whole entry */
    anchor: anchor.optional(),
    /** words to stand in place of the chosen ones; empty: none */
    replacement: said(2000).transform(withSingleBlanks).optional(),
    mentions: mentioned,
  })
  .refine(({ body, kind }) => body !== '' || kind === 'suggestion', { path: ['body'], message: 'Say something.' })
  .refine(({ kind, replacement }) => kind !== 'suggestion' || replacement !== undefined, {
    path: ['replacement'],
    message: 'Say which words to use.',
  })
  .refine(({ anchor, replacement }) => anchor !== undefined || replacement === undefined, {
    path: ['anchor'],
    message: 'Choose the words that others should replace.',
  });

/** Says something of an entry or of words in it. Throws `words-changed` when the draft has no such words. */
export async function openThread(desk: CommentDesk, body: z.infer<typeof openBody>): Promise<string> {
  const { key, kind, mentions } = body;
  const line = { event: 'opened', thread: key, key, kind, body: body.body || null, mentions } as const;
  if (isSaidAlready(desk, line)) return key;
  assertMay(refusedToOpen(kind, commenterOf(desk)));
  const quote = body.anchor ? quoteOf(desk.passages, body.anchor) : null;
  if (body.anchor && !quote) {
    throw new CodedError(
      'words-changed',
      'These words do not stand in the saved draft: save it, or choose them again.',
    );
  }
  if (quote && body.replacement === quote.exact) {
    throw new CodedError('invalid-request', 'The suggested words are those that stand there.');
  }
  const replacement = body.replacement ?? null;
  const stood = quote && replacement ? { stood: timesIn(desk.passages, quote, replacement) } : {};
  const opened = await appendComment(desk, { ...line, quote: quote && { ...quote, ...stood }, replacement });
  await tellMentioned(desk, opened);
  return key;
}
