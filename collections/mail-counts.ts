import type { Endpoint, Payload } from 'payload';
import { problem } from '../publishers/http/problem.ts';
import { roleOf } from './shared/access.ts';

/** How many there are of what only mailers and admins may look at. */
export interface MailCounts {
  subscribers: number;
  /** enrolments that get lessons */
  active: number;
  /** mails that a person must look at */
  uncertain: number;
  /** mails that a restore holds until a person decides */
  held: number;
}

/** Counts for everybody on the staff: they name nobody. */
export async function readMailCounts({ db }: Payload): Promise<MailCounts> {
  const [subscribers, active, uncertain, held] = await Promise.all([
    db.count({ collection: 'subscribers', where: {} }),
    db.count({ collection: 'enrolments', where: { status: { equals: 'active' } } }),
    db.count({ collection: 'deliveries', where: { state: { equals: 'uncertain' } } }),
    db.count({ collection: 'deliveries', where: { state: { equals: 'held-after-restore' } } }),
  ]);
  return {
    subscribers: subscribers.totalDocs,
    active: active.totalDocs,
    uncertain: uncertain.totalDocs,
    held: held.totalDocs,
  };
}

/** GET /api/mail-counts (docs/http.md). */
export const mailCounts: Endpoint = {
  path: '/mail-counts',
  method: 'get',
  handler: async (req) =>
    roleOf(req) === null
      ? problem('not-authenticated', 'Log in first.')
      : Response.json(await readMailCounts(req.payload), { headers: { 'Cache-Control': 'no-store' } }),
};
