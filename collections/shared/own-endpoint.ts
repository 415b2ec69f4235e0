import type { PayloadRequest } from 'payload';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { CodedError } from '../../model/errors.ts';
import { problem } from '../../publishers/http/problem.ts';
import { sessionNeeded } from './account-rules.ts';

export const NO_STORE = { headers: { 'Cache-Control': 'no-store' } };

type User = NonNullable<PayloadRequest['user']>;

/**
 * Answers a request about accounts with what `work` answers, or with the problem that it throws. These are a matter of
 * somebody who is there: a key makes no other key and no account.
 */
export async function answering(req: PayloadRequest, work: (user: User) => Promise<Response>): Promise<Response> {
  try {
    if (!req.user) throw new CodedError('not-authenticated', 'Log in first.');
    sessionNeeded(req, 'Log in to do this: a key may not.');
    return await work(req.user);
  } catch (error) {
    if (error instanceof CodedError) return problem(error.code, error.message, { extra: error.details });
    if (error instanceof SyntaxError) return problem('invalid-request', 'The body is not JSON.');
    throw error;
  }
}

/** The id in the path of the request; null when no document of this database can have it. */
export function documentIdOf({ routeParams, payload }: PayloadRequest): DocumentId | null {
  const given = (routeParams as { id?: string } | undefined)?.id ?? '';
  if (payload.db.defaultIDType === 'text') return /^[0-9a-f]{24}$/i.test(given) ? given : null;
  const id = Number(given);
  return Number.isSafeInteger(id) ? id : null;
}
