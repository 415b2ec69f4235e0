import type { PayloadRequest } from 'payload';
import { appendLine } from '../../editorial/records/audit-trail.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import type { User } from '../seed/accounts.ts';

const IMPORTED = 'content imported';

/** What the last import left of each document, by the subject that the audit trail has for it. */
export async function readMarks(req: PayloadRequest): Promise<ReadonlyMap<string, string>> {
  const { docs } = await req.payload.find({
    collection: 'audit-events',
    where: { action: { equals: IMPORTED } },
    sort: 'position',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return new Map(docs.map(({ subject, details }) => [subject, String(memberOf(details, 'base'))]));
}

/** Keeps what an import left of a document, in the caller's transaction: whoever changes it now is seen to have. */
export const keepMark = (req: PayloadRequest, mark: { subject: string; base: string; user: User }): Promise<void> =>
  appendLine(req, { action: IMPORTED, subject: mark.subject, user: mark.user, details: { base: mark.base } });
