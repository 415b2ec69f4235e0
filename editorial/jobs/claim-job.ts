import type { Payload, PayloadRequest, Where } from 'payload';
import { transact } from '../../database/transact.ts';
import { servicesOf } from '../records/services.ts';
import { findJobs, type Job } from './job-row.ts';

/** How long a job belongs to whoever took it, from its last step on, in milliseconds. */
const LEASE_MS = 20_000;

export const leaseFrom = (now: Date, ms = LEASE_MS): string => new Date(now.getTime() + ms).toISOString();

/** The oldest open job that nobody works on, or whose holder was not heard of, now held by this one; or null. */
export async function claimJob(payload: Payload, holder: string): Promise<Job | null> {
  const now = servicesOf(payload).now();
  // Looking costs no write while there is nothing to do.
  if (!(await payload.db.findOne({ collection: 'desk-jobs', where: free(now) }))) return null;
  return transact(payload, async (req) => {
    const [job] = await findJobs(req, free(now), 1);
    return job && (await take(req, job, holder, now)) ? job : null;
  });
}

const free = (now: Date): Where => ({
  and: [{ state: { equals: 'open' } }, { leaseUntil: { less_than_equal: now.toISOString() } }],
});

async function take(req: PayloadRequest, { uid }: Job, holder: string, now: Date): Promise<boolean> {
  const where: Where = { and: [{ uid: { equals: uid } }, free(now)] };
  const data = { holder, leaseUntil: leaseFrom(now) };
  const options = { atomic: true };
  const taken: unknown = await req.payload.db.updateOne({ collection: 'desk-jobs', where, data, options, req });
  return taken !== null;
}
