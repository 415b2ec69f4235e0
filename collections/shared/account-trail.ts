import {
  AuthenticationError,
  type CollectionAfterChangeHook,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionAfterOperationHook,
  type PayloadRequest,
} from 'payload';
import { transact } from '../../database/transact.ts';
import { appendLine } from '../../editorial/records/audit-trail.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { becomesAnother, setsPassword } from './account-rules.ts';
import { afterwards } from './afterwards.ts';
import { endLinkOf } from '../review-calendar/calendar-endpoints.ts';
import { revokeKeysOf } from './api-keys.ts';
import { acceptsInvitation } from './invitations.ts';

/** Who may know the old password may have made a key with it, and a key that was made for one role is for no other. */
export const endKeysAfterChange: CollectionAfterChangeHook<{ id: DocumentId }> = async ({ doc, req, operation }) => {
  if (operation !== 'update') return doc;
  if (setsPassword(req) || becomesAnother(req)) await endSecretsOf(req, doc.id);
  if (!setsPassword(req)) return doc;
  await appendLine(req, { action: 'users password changed', subject: `users/${doc.id}`, user: req.user, details: {} });
  return doc;
};

export const endKeysAfterReset: CollectionAfterOperationHook = async (asked) => {
  const result: unknown = asked.result;
  if (Reflect.get(asked, 'operation') !== 'resetPassword') return result;
  const id = userIdOf(result);
  if (id === null) return result;
  const { payload } = asked.req;
  const action = acceptsInvitation(asked.req) ? 'users invitation accepted' : 'users password reset';
  await transact(payload, async (inside) => {
    await endSecretsOf(inside, id);
    await appendLine(inside, { action, subject: `users/${id}`, user: null, details: {} });
  });
  return result;
};

/** Ends everything that lets somebody in without the password. */
async function endSecretsOf(req: PayloadRequest, id: DocumentId): Promise<void> {
  await revokeKeysOf(req, id);
  await endLinkOf(req, id);
}

function userIdOf(result: unknown): DocumentId | null {
  if (typeof result !== 'object' || result === null || !('user' in result)) return null;
  const { user } = result;
  if (typeof user !== 'object' || user === null || !('id' in user)) return null;
  return typeof user.id === 'number' || typeof user.id === 'string' ? user.id : null;
}

export const noteLogin: CollectionAfterLoginHook<{ id: DocumentId }> = async ({ req, user }) => {
  await appendLine(req, { action: 'users logged in', subject: `users/${user.id}`, user: req.user, details: {} });
};

/** A login that failed, of an account that there is: names that strangers make up fill no trail. */
export const noteFailedLogin: CollectionAfterErrorHook = ({ error, req }) => {
  const email: unknown = req.data?.email;
  if (!(error instanceof AuthenticationError) || typeof email !== 'string') return;
  const { payload } = req;
  // Not before the answer: an account that there is would be told by the time it takes.
  afterwards(payload, 'a failed login is not in the audit trail', async () => {
    const where = { email: { equals: email.toLowerCase().trim() } };
    const found = await payload.db.findOne<{ id: DocumentId }>({ collection: 'users', where });
    if (!found) return;
    const line = { action: 'users login failed', subject: `users/${found.id}`, user: null, details: {} };
    await transact(payload, (inside) => appendLine(inside, line));
  });
};
