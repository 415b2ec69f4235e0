import type { Payload, Where } from 'payload';
import type { Release } from '../model/release-row.ts';
import { toRelease } from './to-row.ts';

/** Read-only view of the release log: the only thing that a channel reads. */
export interface ReleaseLog {
  /** The highest committed `seq`; 0 when the log is empty. One indexed read. */
  head(): Promise<number>;
  /** Rows with `seq` above `since`, in order, at most `limit`. */
  after(since: number, limit: number): Promise<Release[]>;
  bySeq(seq: number): Promise<Release | null>;
  /** Several rows by position, in log order; unknown positions are left out. */
  bySeqs(seqs: number[]): Promise<Release[]>;
}

/** The release log in the database. Throws what the database throws. */
export function createReleaseLog(payload: Payload): ReleaseLog {
  const find = async (where: Where, sort: string, limit: number): Promise<Release[]> => {
    const { docs } = await payload.find({
      collection: 'releases',
      where,
      sort,
      limit,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    });
    return docs.map((doc) => toRelease(doc));
  };
  return {
    async head() {
      const { docs } = await payload.find({
        collection: 'releases',
        sort: '-seq',
        limit: 1,
        pagination: false,
        depth: 0,
        select: { seq: true },
        overrideAccess: true,
      });
      return docs[0]?.seq ?? 0;
    },
    after: (since, limit) => find({ seq: { greater_than: since } }, 'seq', limit),
    bySeq: async (seq) => (await find({ seq: { equals: seq } }, 'seq', 1))[0] ?? null,
    bySeqs: (seqs) => (seqs.length === 0 ? Promise.resolve([]) : find({ seq: { in: seqs } }, 'seq', seqs.length)),
  };
}
