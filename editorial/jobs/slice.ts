import type { Payload, PayloadRequest } from 'payload';
import { servicesOf } from '../records/services.ts';
import { leaseFrom } from './claim-job.ts';
import { changeJob, type Job } from './job-row.ts';

/**
 * One step of a job: what is done and how far it has got are committed together. Answers the job as it stands then, or
 * null when it has ended.
 */
export type Slice = (payload: Payload, job: Job, holder: string) => Promise<Job | null>;

/** Somebody else has gone on with the job. */
export class JobTaken extends Error {
  constructor() {
    super('another process has taken this job over');
  }
}

/** Moves a job on in the caller's transaction; it is this holder's for a while more. Throws `JobTaken`, so that nothing of this step stays. */
export async function moveOn(
  req: PayloadRequest,
  job: Job,
  holder: string,
  to: Partial<Pick<Job, 'position' | 'refused' | 'members' | 'total'>>,
  leaseMs?: number,
): Promise<Job> {
  const data = { ...to, leaseUntil: leaseFrom(servicesOf(req.payload).now(), leaseMs) };
  if (!(await changeJob(req, job, holder, data))) throw new JobTaken();
  return { ...job, ...to };
}

/** Ends a job in the caller's transaction; its slot is free again. */
export async function end(req: PayloadRequest, job: Job, holder: string, state: 'done' | 'stopped'): Promise<null> {
  const endedAt = servicesOf(req.payload).now().toISOString();
  const data = { state, endedAt, slot: job.uid, refused: job.refused };
  if (!(await changeJob(req, job, holder, data))) throw new JobTaken();
  return null;
}
