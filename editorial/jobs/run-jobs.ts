import { setImmediate } from 'node:timers/promises';
import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { isTransient } from '../../database/transact.ts';
import { databaseTrouble } from '../../model/database-trouble.ts';
import { servicesOf } from '../records/services.ts';
import { claimJob } from './claim-job.ts';
import type { Job } from './job-row.ts';
import { refreshSlice } from './refresh-slice.ts';
import { JobTaken, type Slice } from './slice.ts';
import { verbSlice } from './verb-slice.ts';

const SLICES: Record<Job['kind'], Slice> = { refresh: refreshSlice, verb: verbSlice };

/** Each process, and each bundle in it, holds jobs under a name of its own. */
const HOLDER = uuidv7();

const running = new WeakMap<Payload, Promise<void>>();

/**
 * Does the open jobs, one after the other, until there is none that nobody works on. Safe to run anywhere, any number
 * of times: of two processes one has a job, and what one left half done another goes on with. Between two steps
 * whoever else wants to write has a turn. `isHalted`: begins no further step.
 */
export function runJobs(payload: Payload, isHalted: () => boolean = () => false): Promise<void> {
  const run = (running.get(payload) ?? Promise.resolve()).then(() => runOpen(payload, isHalted));
  running.set(
    payload,
    // Its failure is for whoever asked for it.
    run.catch(() => undefined),
  );
  return run;
}

async function runOpen(payload: Payload, isHalted: () => boolean): Promise<void> {
  while (!isHalted()) {
    const job = await claimJob(payload, HOLDER);
    if (!job) return;
    try {
      await runOne(payload, job, isHalted);
    } catch (error) {
      // It goes on where it is now.
      if (!(error instanceof JobTaken)) throw error;
    }
  }
}

async function runOne(payload: Payload, claimed: Job, isHalted: () => boolean): Promise<void> {
  for (let job: Job | null = claimed; job !== null && !isHalted();) {
    job = await SLICES[job.kind](payload, job, HOLDER);
    await setImmediate();
  }
}

/** Milliseconds after which a process that opened a job looks for it: the save around may not be committed at once. */
const LOOKS = [5, 50, 250, 1_000];

/**
 * Has this process begin what it has just written down, without waiting for it. Whatever comes of it, the worker's loop
 * finds the job too.
 */
export function soon(payload: Payload): void {
  if (!servicesOf(payload).jobsAtOnce) return;
  for (const ms of LOOKS) {
    setTimeout(() => {
      runJobs(payload).catch((error: unknown) => {
        if (isTransient(error) || databaseTrouble(error)) return;
        payload.logger.error({ err: error, msg: 'a job of the desk failed; it is tried again' });
      });
    }, ms).unref();
  }
}
