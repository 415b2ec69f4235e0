import { commitTransaction, initTransaction, type Payload, type PayloadRequest } from 'payload';
import { oncePerAsk } from '../../../database/one-ask.ts';
import { transact } from '../../../database/transact.ts';
import { appendLine } from '../../../editorial/records/audit-trail.ts';
import type { DocumentId } from '../../../editorial/records/stored-entry.ts';
import { CodedError } from '../../../model/errors.ts';
import type { Limit, RequestCounts } from '../../../model/limits.ts';
import { isPassword } from '../passwords.ts';

type User = NonNullable<PayloadRequest['user']>;

/** True when the account behind the request has this password. Throws `too-many-requests` when too many were wrong. */
export type ProvesPassword = (req: PayloadRequest, user: User, given: unknown) => Promise<boolean>;

/**
 * Looks at the password that somebody who is logged in says they have, and counts those that are wrong by account: a
 * session that was left open is no place to guess. Counted before it is looked at, as a login is, and outside the
 * transaction of the request, whose end takes back neither the count nor the line in the audit trail: once, however often
 * the request runs again.
 */
export const currentPassword =
  (limit: Limit, countsOf: (payload: Payload) => RequestCounts): ProvesPassword =>
  (req, user, given) => {
    if (typeof given !== 'string' || given === '') return Promise.resolve(false);
    const { payload } = req;
    const look = async () => {
      const counts = countsOf(payload);
      const counted = ['current password', String(user.id), limit] as const;
      const retryAfterSeconds = await counts.count(...counted);
      if (retryAfterSeconds !== null) {
        const message = 'Too many wrong passwords. Try again later, or log out and ask for a new password.';
        throw new CodedError('too-many-requests', message, { fields: ['currentPassword'], retryAfterSeconds });
      }
      const where = { id: { equals: user.id } };
      const stored = await payload.db.findOne<Stored>({ collection: 'users', where });
      const isRight = stored !== null && (await isPassword(given, stored));
      if (isRight) await counts.uncount(...counted);
      else {
        const line = { action: 'users password not proved', subject: `users/${user.id}`, user, details: {} };
        await transact(payload, (inside) => appendLine(inside, line));
      }
      return isRight;
    };
    return betweenTransactions(req, () => oncePerAsk(`password of users/${user.id}: ${given}`, look));
  };

interface Stored {
  id: DocumentId;
  hash?: string;
  salt?: string;
}

/**
 * Ends the transaction of a request before its first write and begins another after `work`: with one writing
 * connection the work would wait for the end of a request that waits for it.
 */
async function betweenTransactions<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  if ((await req.transactionID) === undefined) return work();
  await commitTransaction(req);
  const result = await work();
  await initTransaction(req);
  return result;
}
