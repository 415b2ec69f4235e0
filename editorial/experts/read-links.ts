import type { PayloadRequest, Where } from 'payload';
import { expertLinkState, type ExpertLinkState, type ExpertWord } from '../rules/expert-links.ts';
import { findLinks } from './link-row.ts';

/** A link as the staff sees it. */
export interface LinkShown {
  uid: string;
  invited: string;
  madeAt: string;
  madeByName: string;
  expiresAt: string;
  state: ExpertLinkState;
  revision: string;
  word: ExpertWord | null;
}

const MOST_SHOWN = 50;

/** The links of an entry, newest first. */
export async function readExpertLinks(req: PayloadRequest, entry: string, now: Date): Promise<LinkShown[]> {
  const links = await findLinks(req, { entry: { equals: entry } }, MOST_SHOWN);
  return links.map((link) => {
    const { uid, invited, madeAt, madeByName, expiresAt, revision, word } = link;
    return { uid, invited, madeAt, madeByName, expiresAt, state: expertLinkState(link, now), revision, word };
  });
}

const MOST_WORDS = 20;

/** What outside experts said about an entry, newest first. A `limit` of 0 answers all of it. */
export async function readExpertWords(req: PayloadRequest, entry: string, limit = MOST_WORDS): Promise<ExpertWord[]> {
  const where: Where = { and: [{ entry: { equals: entry } }, { answeredAt: { exists: true } }] };
  return (await findLinks(req, where, limit)).flatMap(({ word }) => word ?? []);
}

/** Hash of the draft of an entry as its status row has it; null where there is no such entry. */
export async function readRevisionOf(req: PayloadRequest, entry: string): Promise<string | null> {
  const where = { uid: { equals: entry } };
  const found = await req.payload.db.findOne<{ id: string | number; revision: string }>({
    collection: 'entry-status',
    where,
    select: { revision: true },
    req,
  });
  return found?.revision ?? null;
}
