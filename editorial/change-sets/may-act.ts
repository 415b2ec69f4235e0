import type { PayloadRequest } from 'payload';
import { CodedError } from '../../model/errors.ts';
import { findJobs } from '../jobs/job-row.ts';
import { WHO_MAY } from '../rules/lifecycle.ts';
import type { ChangeSet } from './set-row.ts';

/** Who submits entries puts them together too. Throws `not-allowed`. */
export function assertMayWrite({ role }: NonNullable<PayloadRequest['user']>): void {
  if (!WHO_MAY['submit-for-review'].includes(role))
    throw new CodedError('not-allowed', `Your role, ${role}, may not change a change set.`);
}

/** Throws `wrong-state` for a set that has ended, and while an act on all of it is under way. */
export async function assertQuiet(req: PayloadRequest, { uid, state }: ChangeSet): Promise<void> {
  if (state === 'released' || state === 'discarded')
    throw new CodedError('wrong-state', `A change set that is ${state} stays as it is.`, { state });
  const [job] = await findJobs(req, { and: [{ subject: { equals: uid } }, { state: { equals: 'open' } }] }, 1);
  if (job) throw new CodedError('wrong-state', 'An act on all of this set is under way.', { state });
}
