import { createHash } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import type { EntryContent } from '../../model/entries/entries.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import { parseSnapshot } from '../../model/entries/snapshot.ts';
import { ENTRY_TYPES, type EntryType } from '../../model/entries/types.ts';
import { revisionHash } from '../../model/revision.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import type { ExpertWord } from '../rules/expert-links.ts';

export const EXPERT_LINKS = 'expert-links';

/** A link for an outside expert, as its row has it, without the text. */
export interface ExpertLink {
  uid: string;
  /** uid of the entry */
  entry: string;
  type: EntryType;
  title: string;
  revision: string;
  /** whom it was made for, in the words of whoever made it; empty when they did not say */
  invited: string;
  madeAt: string;
  madeByName: string;
  expiresAt: string;
  revokedAt: string | null;
  revokedByName: string | null;
  answeredAt: string | null;
  word: ExpertWord | null;
}

/** The text that a link was made for, with the titles of what it names. */
export interface ExpertText {
  content: EntryContent;
  titles: ReadonlyMap<string, string>;
}

const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());
const comment = z.object({ field: z.string(), label: z.string(), text: z.string() });
const row = z.object({
  uid: z.string(),
  entry: z.string(),
  entryType: z.enum(ENTRY_TYPES),
  title: z.string().nullish(),
  revision: z.string(),
  invited: z.string().nullish(),
  madeAt: moment,
  madeByName: z.string().nullish(),
  expiresAt: moment,
  revokedAt: moment.nullish(),
  revokedByName: z.string().nullish(),
  answeredAt: moment.nullish(),
  verdict: z.enum(['yes', 'no']).nullish(),
  expertName: z.string().nullish(),
  credentials: z.string().nullish(),
  words: z.string().nullish(),
  comments: z.array(comment).nullish(),
});

function toLink(stored: unknown): ExpertLink {
  const { entryType, expertName, verdict, ...link } = row.parse(stored);
  const answeredAt = link.answeredAt ?? null;
  return {
    uid: link.uid,
    entry: link.entry,
    type: entryType,
    title: link.title ?? '',
    revision: link.revision,
    invited: link.invited ?? '',
    madeAt: link.madeAt,
    madeByName: link.madeByName ?? '',
    expiresAt: link.expiresAt,
    revokedAt: link.revokedAt ?? null,
    revokedByName: link.revokedByName ?? null,
    answeredAt,
    word:
      answeredAt !== null && verdict
        ? {
            uid: link.uid,
            name: expertName ?? '',
            credentials: link.credentials ?? '',
            verdict,
            words: link.words ?? '',
            comments: link.comments ?? [],
            at: answeredAt,
            revision: link.revision,
          }
        : null,
  };
}

const WITHOUT_TEXT = {
  ...Object.fromEntries(Object.keys(row.shape).map((name) => [name, true as const])),
};

/** Links that the condition lets through, newest first, without their texts. */
export async function findLinks(req: PayloadRequest, where: Where, limit: number): Promise<ExpertLink[]> {
  const { docs } = await req.payload.db.find<Record<string, unknown>>({
    collection: EXPERT_LINKS,
    where,
    sort: '-madeAt',
    limit,
    pagination: false,
    select: WITHOUT_TEXT,
    req,
  });
  return docs.map(toLink);
}

/** The link that somebody holds; null for anything that is none. Nothing else is looked for by it. */
export async function linkOfToken(
  req: PayloadRequest,
  token: string,
): Promise<{ link: ExpertLink; text: ExpertText | null } | null> {
  if (!TOKEN.test(token)) return null;
  const where = { digest: { equals: digestOf(token) } };
  const found = await req.payload.db.findOne<Record<string, unknown> & { id: DocumentId }>({
    collection: EXPERT_LINKS,
    where,
    req,
  });
  return found ? { link: toLink(found), text: toText(found) } : null;
}

/** 256 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What is kept of a token: whoever reads the database learns nothing that opens a page. */
export const digestOf = (token: string): string => createHash('sha256').update(`expert/${token}`).digest('hex');

const titles = z.record(z.string(), z.string());

/** Null where it is not the text that the link names, whoever wrote it over. */
function toText(stored: Record<string, unknown>): ExpertText | null {
  if (revisionHash(stored.snapshot ?? null) !== stored.revision) return null;
  const { content } = parseSnapshot(Number(memberOf(stored.snapshot, 'schema')), stored.snapshot);
  if (!content) return null;
  const named = titles.safeParse(stored.titles ?? {});
  return { content, titles: new Map(Object.entries(named.success ? named.data : {})) };
}
