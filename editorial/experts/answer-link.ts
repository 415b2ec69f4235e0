import type { Payload } from 'payload';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { partsOf } from '../../model/entries/parts.ts';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { appendEvent } from '../records/append-event.ts';
import { readDossier } from '../records/dossier.ts';
import { settle } from '../records/entry-status.ts';
import { servicesOf } from '../records/services.ts';
import { ANSWER_LIMITS, expertComment, expertLinkState } from '../rules/expert-links.ts';
import { mustSay, said } from '../verbs/said.ts';
import { storable } from '../verbs/storable.ts';
import { EXPERT_LINKS, linkOfToken } from './link-row.ts';

const answerBody = z.object({
  name: mustSay(ANSWER_LIMITS.name),
  credentials: mustSay(ANSWER_LIMITS.credentials),
  verdict: z.enum(['yes', 'no']),
  words: said(ANSWER_LIMITS.words).default(''),
  /** what was said about single parts, by their paths */
  comments: z
    .record(z.string().max(200), said(ANSWER_LIMITS.comment))
    .refine((given) => Object.values(given).filter(Boolean).length <= ANSWER_LIMITS.comments, 'These are too many.')
    .default({}),
});

/** The outcome of an answer: what it lacks, in words by field, or nothing. */
export interface AnswerFaults {
  faults: Record<string, string>;
}

interface AnswerCall {
  payload: Payload;
  token: string;
  given: unknown;
}

/**
 * Takes an expert's word, once: keeps it with the link and adds a line to the entry's review history, signed by nobody
 * of the staff. It approves nothing. Answers what is missing; then nothing has happened, as when it throws
 * `invalid-token`, `gone` (ended, or the entry is), or `wrong-state` (answered before).
 */
export async function answerExpertLink({ payload, token, given }: AnswerCall): Promise<AnswerFaults | null> {
  const parsed = answerBody.safeParse(storable(given));
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const { comments: said, ...word } = parsed.data;
  const { now: clock, policy } = servicesOf(payload);
  return transact(payload, async (req) => {
    const found = await linkOfToken(req, token);
    if (!found) throw new CodedError('invalid-token', 'This link does not work.');
    const { link, text } = found;
    const now = clock();
    const state = expertLinkState(link, now);
    if (state === 'answered') throw new CodedError('wrong-state', 'This link was answered already.');
    if (state !== 'open' || !text) throw new CodedError('gone', 'This link has ended.');
    const parts = partsOf(text.content, (uid) => text.titles.get(uid) ?? uid);
    const comments = Object.entries(said)
      .filter(([field, words]) => words !== '' && parts.has(field))
      .map(([field, words]) => ({ field, label: parts.get(field)?.label ?? field, text: words }));
    const dossier = await readDossier(req, COLLECTION_OF[link.type], link.entry, { policy, now });
    const { name: expertName, ...rest } = word;
    const data = { ...rest, expertName, comments, answeredAt: now.toISOString() };
    await payload.db.updateOne({ collection: EXPERT_LINKS, where: { uid: { equals: link.uid } }, data, req });
    await appendEvent(req, dossier, {
      event: 'commented',
      revision: link.revision,
      at: now,
      actorName: `${expertName} (outside expert)`,
      comment: expertComment({ ...word, comments }),
    });
    await settle(req, dossier);
    return null;
  });
}

const faultsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.map(({ path, message }) => [path.map(String).join('.'), message]));
