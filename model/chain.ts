import { revisionHash } from './revision.ts';

/** What ties a row of an append-only record to the one before it. */
export interface Link {
  /** 1, 2, 3 … without gaps within the chain */
  position: number;
  /** hash of the row before it; null for the first */
  previous: string | null;
  /** lower-case hex SHA-256 over the RFC 8785 canonical JSON of everything else that the row says */
  hash: string;
}

/** What the next row needs to know of a chain: its latest row. */
export type ChainHead = Pick<Link, 'position' | 'hash'>;

type Members = Record<string, unknown>;

/** The head that a chain has when this is its latest row. */
export const headOf = (row: Members): ChainHead => ({ position: Number(row.position), hash: String(row.hash) });

/** The link of a row with these members that follows `before`; null begins a chain. */
export function linkAfter(before: ChainHead | null, members: Members): Link {
  const place = { position: (before?.position ?? 0) + 1, previous: before?.hash ?? null };
  return { ...place, hash: hashOf({ ...members, ...place }) };
}

/**
 * What does not hold of a stored row that should follow `before`, in words; empty when all does. A row
 * with another hash than it says was changed; the others tell of rows that are missing, new or moved.
 */
export function linkProblems(row: Members, before: ChainHead | null): string[] {
  const expected = { position: (before?.position ?? 0) + 1, previous: before?.hash ?? null };
  return [
    ...(row.position === expected.position
      ? []
      : [`position ${String(row.position)} follows ${before?.position ?? 0}`]),
    ...((row.previous ?? null) === expected.previous ? [] : ['does not follow the row before it']),
    ...(row.hash === hashOf(row) ? [] : ['was changed']),
  ];
}

/** Not what the row says, but where the database keeps it; `last` only marks the end of the chain. */
const OUTSIDE = new Set(['id', '_id', '__v', 'hash', 'last', 'createdAt', 'updatedAt']);

/**
 * Every member counts, whatever the collection has or gets: nobody keeps a list. An empty column and a
 * missing member say the same, and so do the spellings of one moment, because databases hand back their own.
 */
function hashOf(row: Members): string {
  const said = Object.entries(row).filter(
    ([name, value]) => !OUTSIDE.has(name) && value !== null && value !== undefined,
  );
  return revisionHash(Object.fromEntries(said.map(([name, value]) => [name, asStored(value)])));
}

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/;

function asStored(value: unknown): unknown {
  if (typeof value !== 'string' || !MOMENT.test(value)) return value;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
}
