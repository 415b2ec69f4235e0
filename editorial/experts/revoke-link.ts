import type { Payload, PayloadRequest, Where } from 'payload';
import { transact } from '../../database/transact.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { appendLine } from '../records/audit-trail.ts';
import { findDraft } from '../records/dossier.ts';
import { servicesOf } from '../records/services.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { expertLinkState } from '../rules/expert-links.ts';
import { EXPERT_LINKS, findLinks } from './link-row.ts';

interface RevokeCall {
  payload: Payload;
  collection: EntryCollection;
  id: DocumentId;
  /** uid of the link */
  link: string;
  user: NonNullable<PayloadRequest['user']>;
}

/** Ends a link of this entry. Throws `not-found`, and `wrong-state` for one that is answered or has ended. */
export async function revokeExpertLink({ payload, collection, id, link: uid, user }: RevokeCall): Promise<void> {
  if (user.role === 'mailer') throw new CodedError('not-allowed', 'Editors and reviewers end these links.');
  await transact(
    payload,
    async (req) => {
      const { doc } = await findDraft(req, collection, id);
      const where: Where = { and: [{ uid: { equals: uid } }, { entry: { equals: doc.uid } }] };
      const [link] = await findLinks(req, where, 1);
      if (!link) throw new CodedError('not-found', 'This entry has no such link.');
      const now = servicesOf(payload).now();
      const state = expertLinkState(link, now);
      if (state !== 'open') throw new CodedError('wrong-state', `This link is ${state} already.`);
      const data = { revokedAt: now.toISOString(), revokedByName: user.name };
      await payload.db.updateOne({ collection: EXPERT_LINKS, where: { uid: { equals: uid } }, data, req });
      const details = { entry: doc.uid };
      await appendLine(req, { action: 'expert-links revoked', subject: `expert-links/${uid}`, user, details });
    },
    { user },
  );
}
