import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import { z } from 'zod';
import { headOf, type ChainHead } from '../../model/chain.ts';
import type { CommentLine, Quote } from '../../model/comment.ts';
import { openCounts } from '../rules/comments/threads.ts';
import type { Status } from './status-row.ts';

/** What the staff said of an entry, oldest first, and where it ends. */
export interface Talk {
  lines: CommentLine[];
  head: ChainHead | null;
}

export async function readTalk(req: PayloadRequest, uid: string): Promise<Talk> {
  const { docs } = await req.payload.find({
    collection: 'comments',
    where: { entry: { equals: uid } },
    sort: 'position',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const latest = docs.at(-1);
  return { lines: docs.map(toLine), head: latest ? headOf({ ...latest }) : null };
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
