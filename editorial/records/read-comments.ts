import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { ChainHead } from '../../model/chain.ts';
import type { CommentLine, Quote } from '../../model/comment.ts';
import { openCounts } from '../rules/comments/threads.ts';
import { readChainOfEntry } from './chain-of-entry.ts';
import type { Status } from './status-row.ts';

/** What the staff said of an entry, oldest first, and where it ends. */
export interface Talk {
  lines: CommentLine[];
  head: ChainHead | null;
}

export async function readTalk(req: PayloadRequest, uid: string): Promise<Talk> {
  const { lines, head } = await readChainOfEntry(req, 'comments', uid);
  return { lines: lines.map(toLine), head };
}

/** What the status row of an entry says of its comments. */
export const talkColumns = ({ lines, head }: Talk): Pick<Status, 'openThreads' | 'openMusts' | 'commentsHead'> => ({
  ...openCounts(lines),
  commentsHead: head?.hash ?? null,
});

const quoteShape: z.ZodType<Quote> = z.object({
  place: z.string(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.number(),
  stood: z.number().optional(),
});

function toLine(row: DataFromCollectionSlug<'comments'>): CommentLine {
  const quote = quoteShape.safeParse(row.quote);
  return {
    event: row.event,
    entry: row.entry,
    thread: row.thread,
    key: row.key,
    kind: row.kind ?? null,
    quote: quote.success ? quote.data : null,
    body: row.body ?? null,
    replacement: row.replacement ?? null,
    mentions: Array.isArray(row.mentions) ? row.mentions.map(String) : [],
    revision: row.revision,
    at: row.at,
    actor: row.actor ?? null,
    person: row.person ?? null,
    actorName: row.actorName ?? '',
  };
}
