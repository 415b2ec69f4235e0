import type { PayloadRequest } from 'payload';
import { findJobs } from '../jobs/job-row.ts';
import type { Editor } from './actor.ts';
import type { Carried } from './writers.ts';

/**
 * Who saved a source or figure that a draft carries, as far as a refresh of it is written down still: oldest first. A
 * save and its job are committed together, so whoever sees the changed document sees this, whatever any clock says.
 */
export async function waitingEditors(req: PayloadRequest, carried: readonly Carried[]): Promise<Editor[]> {
  if (carried.length === 0) return [];
  const subjects = carried.map(({ key }) => key);
  const jobs = await findJobs(
    req,
    { and: [{ subject: { in: subjects } }, { state: { equals: 'open' } }, { person: { exists: true } }] },
    0,
  );
  return jobs.flatMap(({ actor, person, actorName: name }) => (person === null ? [] : [{ actor, person, name }]));
}
