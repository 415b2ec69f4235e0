import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { transact } from '../../database/transact.ts';
import { referencesOf } from '../../model/entries/references.ts';
import { TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { appendLine } from '../records/audit-trail.ts';
import { findDraft } from '../records/dossier.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { MOST_DAYS } from '../rules/expert-links.ts';
import { titlesOf } from '../timeline/saved-states.ts';
import { said } from '../verbs/said.ts';
import { storable } from '../verbs/storable.ts';
import { digestOf, EXPERT_LINKS, findLinks } from './link-row.ts';

const expertLinkBody = z.strictObject({
  /** hash of the draft that the expert shall read */
  revision: z.string().max(64),
  /** whom it is for, for the staff alone */
  name: said(100).optional(),
  days: z.int().min(1).max(MOST_DAYS).default(14),
});

/** What is told once, to whoever made the link. */
export interface MadeLink {
  uid: string;
  /** address of the page, without an origin: the token in it is kept nowhere */
  path: string;
  expiresAt: string;
  revision: string;
}

interface MakeCall {
  payload: Payload;
  collection: EntryCollection;
  id: DocumentId;
  body: unknown;
  user: NonNullable<PayloadRequest['user']>;
  /** a new UUID, and 256 random bits in base64url */
  random: { uid: () => string; token: () => string };
}

/** Links of one entry that are open at once. */
const MOST_OPEN = 20;

/**
 * A link for somebody outside, to the draft exactly as it is now: a copy of its text is kept with it. Throws
 * `not-allowed` for whoever may not edit entries, `stale-revision`, `wrong-state` when too many links are open.
 */
export async function makeExpertLink({ payload, collection, id, body, user, random }: MakeCall): Promise<MadeLink> {
  const parsed = expertLinkBody.safeParse(storable(body));
  if (!parsed.success) throw new CodedError('invalid-request', z.prettifyError(parsed.error));
  const { revision, name = '', days } = parsed.data;
  if (user.role === 'mailer') throw new CodedError('not-allowed', 'Editors and reviewers ask somebody outside.');
  const { uid, token } = { uid: random.uid(), token: random.token() };
  return transact(
    payload,
    async (req) => {
      const draft = await findDraft(req, collection, id);
      if (draft.revision.hash !== revision)
        throw new CodedError('stale-revision', 'Somebody saved the draft meanwhile. Look at it before you send it.');
      const now = servicesOf(payload).now();
      await refuseTooMany(req, draft.doc.uid, now);
      const { content } = draft.revision;
      const named = referencesOf(content).map((reference) => reference.uid);
      const expiresAt = new Date(now.getTime() + days * DAY).toISOString();
      const data = {
        uid,
        digest: digestOf(token),
        entry: draft.doc.uid,
        entryType: TYPE_OF[collection],
        title: content.title,
        revision,
        snapshot: content,
        titles: Object.fromEntries(await titlesOf(req, named)),
        invited: name,
        madeAt: now.toISOString(),
        madeBy: String(user.id),
        madeByName: user.name,
        expiresAt,
      };
      await payload.db.create({ collection: EXPERT_LINKS, data, req, returning: false });
      const details = { entry: draft.doc.uid, revision, expiresAt };
      await appendLine(req, { action: 'expert-links made', subject: `expert-links/${uid}`, user, details });
      return { uid, path: `/expert/${token}`, expiresAt, revision };
    },
    { user },
  );
}

const DAY = 24 * 60 * 60_000;

async function refuseTooMany(req: PayloadRequest, entry: string, now: Date): Promise<void> {
  const open: Where = {
    and: [
      { entry: { equals: entry } },
      { answeredAt: { exists: false } },
      { revokedAt: { exists: false } },
      { expiresAt: { greater_than: now.toISOString() } },
    ],
  };
  if ((await findLinks(req, open, MOST_OPEN)).length < MOST_OPEN) return;
  throw new CodedError('wrong-state', `${MOST_OPEN} links of this entry are open: end one first.`);
}
