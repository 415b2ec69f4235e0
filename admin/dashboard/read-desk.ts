import type { Payload, TypedUser } from 'payload';
import type { EntryStatus, Review } from '../../payload-types.ts';
import { toWhere, type Queue } from './queues.ts';

const LIMIT = 10;

export interface DeskQueue extends Queue {
  rows: EntryStatus[];
  /** of all rows, those beyond the limit included */
  total: number;
}

export interface Desk {
  queues: DeskQueue[];
  /** the latest submission or request for changes of each entry that waits on someone, by uid */
  lastWords: Map<string, Review>;
}

/** What the staff sees first: one query for each queue, one for what was said about their entries. */
export async function readDesk(payload: Payload, user: TypedUser, queues: Queue[]): Promise<Desk> {
  const filled = await Promise.all(queues.map((queue) => readQueue(payload, user, queue)));
  const waiting = filled.filter(({ key }) => key === 'in-review' || key === 'changes-requested');
  const lastWords = await readLastWords(
    payload,
    user,
    waiting.flatMap(({ rows }) => rows.map(({ uid }) => uid)),
  );
  return { queues: filled, lastWords };
}

async function readQueue(payload: Payload, user: TypedUser, queue: Queue): Promise<DeskQueue> {
  const { docs, totalDocs } = await payload.find({
    collection: 'entry-status',
    where: toWhere(queue.conditions),
    sort: queue.sort,
    limit: LIMIT,
    depth: 0,
    user,
    overrideAccess: false,
  });
  return { ...queue, rows: docs, total: totalDocs };
}

async function readLastWords(payload: Payload, user: TypedUser, uids: string[]): Promise<Map<string, Review>> {
  if (uids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'reviews',
    where: { and: [{ entry: { in: uids } }, { event: { in: ['submitted', 'changes-requested'] } }] },
    sort: 'at',
    pagination: false,
    limit: 500,
    depth: 0,
    user,
    overrideAccess: false,
  });
  // The latest comes last and stays.
  return new Map(docs.map((event) => [event.entry, event]));
}
