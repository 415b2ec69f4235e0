import type { Payload } from 'payload';
import { COUNTER } from './log-head.ts';
import { openSignature } from './signature.ts';
import { findStored } from './stored-rows.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { signedAs } from './verify-row.ts';

/** Where the log ends, as far as the database says so. */
export interface LogEnd {
  seq: number;
  signature: string;
  /** position of a row that stands far behind the end and was never appended there */
  stray?: number;
}

interface EndOptions {
  signaturesAfter: (since: number, limit: number) => Promise<Map<number, string>>;
  keys: () => Promise<readonly TrustedKey[]>;
}

/** Positions that there can be: what is no number sorts behind all numbers, and must not look like the end. */
export const POSSIBLE = { seq: { less_than_equal: Number.MAX_SAFE_INTEGER } };
const PAGE = 500;

/**
 * Reads where the log ends; null when it is empty. One indexed read while its last row is one that was signed there.
 * Else somebody changed it, or put a row far behind the end: the end is then what the counter's signature says, and
 * whatever follows it without a gap or was signed where it stands. Rows that come later stand behind that, and a
 * stray row must not hide them.
 */
export function createEndReader(payload: Payload, { signaturesAfter, keys }: EndOptions) {
  let proved: LogEnd | null = null;
  let searched: { of: string; end: LogEnd } | null = null;

  const search = async (last: LogEnd, counter: string, trusted: readonly TrustedKey[]): Promise<LogEnd> => {
    const signed = openSignature(counter, trusted)?.payload;
    const start = signed === undefined ? 0 : positionIn(signed);
    let end: LogEnd = { seq: start, signature: (await signaturesAfter(start - 1, 1)).get(start) ?? '' };
    for (let at = start; ;) {
      const page = await signaturesAfter(at, PAGE);
      for (const [seq, signature] of page) {
        const isNext = seq === end.seq + 1 || signedAs(signature, { seq, keys: trusted }) !== null;
        if (isNext) end = { seq, signature };
        at = seq;
      }
      if (page.size < PAGE) return last.seq > end.seq ? { ...end, stray: last.seq } : end;
    }
  };

  return async (): Promise<LogEnd | null> => {
    const select = { seq: true, signature: true } as const;
    const [stored] = await findStored({ payload }, POSSIBLE, { sort: '-seq', limit: 1, select });
    if (!stored) return null;
    const last = { seq: Number(stored.seq), signature: String(stored.signature) };
    if (proved?.seq === last.seq && proved.signature === last.signature) return last;
    const where = { name: { equals: COUNTER } };
    const counter = await payload.db.findOne<{ id: string; signature?: string | null }>({
      collection: 'cursors',
      where,
    });
    const of = `${last.seq} ${last.signature} ${counter?.signature ?? ''}`;
    if (searched?.of === of) return searched.end;
    const trusted = await keys();
    if (signedAs(last.signature, { ...last, keys: trusted })) return (proved = last);
    const end = await search(last, counter?.signature ?? '', trusted);
    searched = { of, end };
    return end;
  };
}

function positionIn(signed: string): number {
  const { seq } = JSON.parse(signed) as { seq?: unknown };
  return typeof seq === 'number' ? seq : 0;
}
