import type { Payload, PayloadRequest, Where } from 'payload';
import type { Release } from '../model/release-row.ts';
import { toRow, type Stored } from './columns.ts';

/** Read-only view of the release log: the only thing that a channel reads. */
export interface ReleaseLog {
  /** The highest committed `seq`; 0 when the log is empty. One indexed read. */
  head(): Promise<number>;
  /** Rows with `seq` above `since`, in order, at most `limit`. */
  after(since: number, limit: number): Promise<Release[]>;
  bySeq(seq: number): Promise<Release | null>;
  /** Several rows by position, in log order; unknown positions are left out. */
  bySeqs(seqs: number[]): Promise<Release[]>;
  /** Rows of these entries with `seq` above `since`, in log order, at most `limit`. */
  ofEntries(uids: string[], since: number, limit: number): Promise<Release[]>;
}

/** The release log in the database. Throws what the database throws. */
export function createReleaseLog(payload: Payload): ReleaseLog {
  const find = (where: Where, limit: number) => findRows({ payload }, where, { sort: 'seq', limit });
  return {
    async head() {
      const [last] = await findStored({ payload }, {}, { sort: '-seq', limit: 1, select: { seq: true } });
      return last ? Number(last.seq) : 0;
    },
    after: (since, limit) => find({ seq: { greater_than: since } }, limit),
    bySeq: async (seq) => (await find({ seq: { equals: seq } }, 1))[0] ?? null,
    bySeqs: async (seqs) => (seqs.length === 0 ? [] : find({ seq: { in: seqs } }, seqs.length)),
    ofEntries: async (uids, since, limit) =>
      uids.length === 0 ? [] : find({ and: [{ uid: { in: uids } }, { seq: { greater_than: since } }] }, limit),
  };
}

/** The last row of an entry as the transaction of `req` sees it; null when it was never released. */
export async function readLastRow(req: PayloadRequest, uid: string): Promise<Release | null> {
  const [row] = await findRows({ payload: req.payload, req }, { uid: { equals: uid } }, { sort: '-seq', limit: 1 });
  return row ?? null;
}

/** Which of these entries readers have now, as the transaction of `req` sees it. */
export async function readLiveUids(req: PayloadRequest, uids: string[]): Promise<Set<string>> {
  if (uids.length === 0) return new Set();
  const where: Where = { and: [{ uid: { in: [...new Set(uids)] } }, { live: { equals: true } }] };
  const rows = await findStored({ payload: req.payload, req }, where, { limit: 0, select: { uid: true } });
  return new Set(rows.map(({ uid }) => String(uid)));
}

interface Reading {
  payload: Payload;
  /** whose transaction to read in */
  req?: PayloadRequest;
}

interface Choice {
  sort?: string;
  limit: number;
  select?: Record<string, true>;
}

const findRows = async (reading: Reading, where: Where, choice: Choice): Promise<Release[]> =>
  (await findStored(reading, where, choice)).map(toRow);

async function findStored({ payload, req }: Reading, where: Where, choice: Choice): Promise<Stored[]> {
  const { docs } = await payload.db.find<Stored>({
    collection: 'releases',
    where,
    pagination: false,
    ...choice,
    ...(req ? { req } : {}),
  });
  return docs;
}
