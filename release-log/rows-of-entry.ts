import type { PayloadRequest, Where } from 'payload';
import type { Release, SignedRow } from '../model/release-row.ts';
import { trustedKeys } from './public-keys.ts';
import { signingKeyOf } from './signing-key.ts';
import { findStored } from './stored-rows.ts';
import { signedAs, verifiedRow } from './verify-row.ts';

/** A row of an entry as it was signed, with its proof. */
interface ProvedRow {
  row: SignedRow;
  /** row hash */
  hash: string;
  signature: string;
}

/** The rows of one entry, oldest first, as they were signed; positions of those whose signature does not hold. */
export interface RowsOfEntry {
  rows: ProvedRow[];
  unverified: number[];
}

/** Reads no text. `seqs`: these positions alone. */
export async function readRowsOfEntry(
  req: PayloadRequest,
  uid: string,
  seqs?: readonly number[],
): Promise<RowsOfEntry> {
  if (seqs?.length === 0) return { rows: [], unverified: [] };
  const own: Where = { uid: { equals: uid } };
  const where = seqs ? { and: [own, { seq: { in: [...seqs] } }] } : own;
  const select = { seq: true, signature: true } as const;
  const stored = await findStored({ payload: req.payload, req }, where, { sort: 'seq', limit: 0, select });
  const keys = await keysOf(req);
  const result: RowsOfEntry = { rows: [], unverified: [] };
  for (const { seq, signature } of stored) {
    const place = Number(seq);
    const held = signedAs(String(signature), { seq: place, keys });
    if (held?.row.uid === uid) result.rows.push({ row: held.row, hash: held.hash, signature: String(signature) });
    else result.unverified.push(place);
  }
  return result;
}

/** A whole row of this entry by its position, proved; null when the entry has no such row. Throws `IntegrityError`. */
export async function readRowOfEntry(req: PayloadRequest, uid: string, seq: number): Promise<Release | null> {
  const where: Where = { and: [{ uid: { equals: uid } }, { seq: { equals: seq } }] };
  const [stored] = await findStored({ payload: req.payload, req }, where, { limit: 1 });
  return stored ? verifiedRow(stored, { keys: await keysOf(req) }) : null;
}

const keysOf = async ({ payload }: PayloadRequest) => trustedKeys(payload, await signingKeyOf(payload));
