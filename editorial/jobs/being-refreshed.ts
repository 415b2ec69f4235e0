import type { PayloadRequest } from 'payload';
import type { EntryCollection } from '../../model/entries/types.ts';
import { findJobs } from './job-row.ts';

/** How many documents that were changed at about the same time are looked at. */
const MOST_JOBS = 10;

/**
 * Answers of an entry (its collection, database id and uid) whether a job has still to bring its status in line with
 * what it carries: what its row says may be of the text before. True of every entry while it is not known which they
 * are. One query, of a table that is empty at most times.
 */
export async function beingRefreshed(
  req: PayloadRequest,
): Promise<(entry: { collection: EntryCollection; id: string; uid: string }) => boolean> {
  const open = await findJobs(
    req,
    { and: [{ kind: { equals: 'refresh' } }, { state: { equals: 'open' } }] },
    MOST_JOBS + 1,
  );
  // Whoever writes to the database past this code can write anything.
  if (open.length > MOST_JOBS || open.some(({ members }) => !Array.isArray(members))) return () => true;
  const waiting = new Set(
    open.flatMap(({ members, position }) =>
      (members ?? []).slice(position).map(({ collection, id }) => `${collection}/${id}`),
    ),
  );
  return ({ collection, id, uid }) => waiting.has(`${collection}/${id}`) || waiting.has(`${collection}/${uid}`);
}
