import type { Payload, Where } from 'payload';
import type { Release } from '../editorial/release-row.ts';

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
    return docs.map(toRelease);
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

type StoredRelease = Awaited<ReturnType<Payload['find']>>['docs'][number];

/** A stored row as the union type that channels work with; dates as RFC 3339, dates-only as YYYY-MM-DD. */
export function toRelease(row: StoredRelease | Record<string, unknown>): Release {
  const stored = row as unknown as Record<string, unknown> & { kind: Release['kind']; reviewDue?: string | null };
  const common = {
    seq: Number(stored.seq),
    type: stored.type,
    uid: stored.uid,
    slug: stored.slug,
    title: stored.title,
    version: stored.version,
    revision: stored.revision,
    changeKind: stored.changeKind,
    changeNote: stored.changeNote ?? '',
    firstReleasedAt: stored.firstReleasedAt,
    releasedAt: stored.releasedAt,
    locale: stored.locale,
    signature: stored.signature,
    live: Boolean(stored.live),
  };
  const rest =
    stored.kind === 'released'
      ? {
          snapshot: stored.snapshot,
          approvals: stored.approvals,
          reviewedAt: stored.reviewedAt,
          reviewDue: (stored.reviewDue ?? '').slice(0, 10),
        }
      : { reason: stored.reason ?? '', replacedBy: stored.replacedBy ?? null };
  return { kind: stored.kind, ...common, ...rest } as unknown as Release;
}
