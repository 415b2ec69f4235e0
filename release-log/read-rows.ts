import type { Payload, Where } from 'payload';
import { findStored } from './stored-rows.ts';
import { readColumns } from '../database/raw-columns.ts';
import { SIGNED_MEMBERS, type Release, type SignedRow } from '../model/release-row.ts';
import { columnOf, kindOf, type Stored } from './columns.ts';
import type { RowColumns } from './index-rows.ts';
import { IntegrityError, type Fault } from './integrity.ts';
import { createEndReader, POSSIBLE, type LogEnd } from './log-end.ts';
import { trustedKeys } from './public-keys.ts';
import { signingKeyOf } from './signing-key.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { signedAs, verifiedRow } from './verify-row.ts';

/**
 * Read-only view of the release log: the only thing that a channel reads. Every row that it hands out is verified,
 * signature and snapshot.
 */
export interface ReleaseLog {
  /** The highest committed `seq`; 0 when the log is empty. One indexed read. */
  head(): Promise<number>;
  /** Rows with `seq` above `since`, in order, at most `limit`; one that does not verify is left out. */
  after(since: number, limit: number): Promise<Release[]>;
  /** Throws `IntegrityError` when it does not verify. */
  bySeq(seq: number): Promise<Release | null>;
  /**
   * Rows with `seq` above `since` as they were signed, whatever their columns and texts say now, in order, at most
   * `limit`; one whose signature does not hold is left out. Reads no text.
   */
  signed(since: number, limit: number): Promise<SignedEntry[]>;
  /** Rows of these entries with `seq` above `since`, in order, at most `limit`; one that does not verify is left out. */
  ofEntries(uids: string[], since: number, limit: number): Promise<Release[]>;
}

/** What a row said when it was signed, its row hash, and the signature. */
export interface SignedEntry {
  row: SignedRow;
  hash: string;
  signature: string;
}

/** The release log as the library follows it: nothing here is verified yet. */
export interface LogSource {
  /** the last row; null when the log is empty. One indexed read while it is one that was signed there */
  end(): Promise<LogEnd | null>;
  /** columns of rows with `seq` above `since`, without their snapshots, in order */
  columnsAfter(since: number, limit: number): Promise<RowColumns[]>;
  /** signatures of the rows with `seq` above `since`, by position */
  signaturesAfter(since: number, limit: number): Promise<Map<number, string>>;
  /** a whole row as it is stored */
  stored(seq: number): Promise<object | null>;
  /** the keys whose signatures count, read anew */
  keys(): Promise<readonly TrustedKey[]>;
}

/**
 * The release log in the database; `onFault` is told of a row that was left out because it does not verify. Throws
 * what the database throws.
 */
export function createReleaseLog(payload: Payload, onFault?: (fault: Fault) => void): ReleaseLog & LogSource {
  const keys = async () => trustedKeys(payload, await signingKeyOf(payload));
  let known: readonly TrustedKey[] | null = null;
  const verified = async (rows: Stored[], onBad: (error: IntegrityError) => void): Promise<Release[]> => {
    const trusted = (known ??= await keys());
    return rows.flatMap((row) => {
      try {
        return [verifiedRow(row, { keys: trusted })];
      } catch (error) {
        if (!(error instanceof IntegrityError)) throw error;
        // A key may have been added since.
        known = null;
        onBad(error);
        return [];
      }
    });
  };
  const find = async (where: Where, limit: number): Promise<Release[]> =>
    verified(await findStored({ payload }, where, { sort: 'seq', limit }), ({ fault }) => onFault?.(fault));
  const stored = async (seq: number): Promise<Stored | null> =>
    (await findStored({ payload }, { seq: { equals: seq } }, { limit: 1 }))[0] ?? null;

  const log: ReleaseLog & LogSource = {
    end: createEndReader(payload, { keys, signaturesAfter: (since, limit) => log.signaturesAfter(since, limit) }),
    head: async () => (await log.end())?.seq ?? 0,
    async signed(since, limit) {
      const trusted = (known ??= await keys());
      const found = await log.signaturesAfter(since, limit);
      return [...found].flatMap(([seq, signature]) => {
        const held = signedAs(signature, { seq, keys: trusted });
        if (held) return [{ row: held.row, hash: held.hash, signature }];
        // A key may have been added since.
        known = null;
        onFault?.({ seq, what: 'the signature does not hold, or nobody trusts its key' });
        return [];
      });
    },
    after: (since, limit) => find({ and: [{ seq: { greater_than: since } }, POSSIBLE] }, limit),
    async bySeq(seq) {
      const row = await stored(seq);
      const [found] = await verified(row ? [row] : [], (error) => {
        throw error;
      });
      return found ?? null;
    },
    ofEntries: async (uids, since, limit) =>
      uids.length === 0 ? [] : find({ and: [{ uid: { in: uids } }, { seq: { greater_than: since } }] }, limit),
    columnsAfter: (after, limit) =>
      readColumns(payload, { collection: 'releases', columns: INDEX_COLUMNS, by: 'seq', after, limit }),
    async signaturesAfter(after, limit) {
      const columns = [
        { name: 'seq', kind: 'plain' },
        { name: 'signature', kind: 'plain' },
      ] as const;
      const rows = await readColumns(payload, { collection: 'releases', columns, by: 'seq', after, limit });
      return new Map(rows.map(([seq, signature]) => [Number(seq), String(signature)]));
    },
    stored,
    keys,
  };
  return log;
}

const INDEX_COLUMNS = [
  ...SIGNED_MEMBERS.map((member) => ({ name: columnOf(member), kind: kindOf(member) })),
  { name: 'summary', kind: 'plain' } as const,
];
