import { canonicalRow, hashOfCanonical, signedRow, type Release, type SignedRow } from '../model/release-row.ts';
import { parseSnapshot, type SnapshotProblem } from '../model/entries/snapshot.ts';
import { revisionHash } from '../model/revision.ts';
import { toRow } from './columns.ts';
import { IntegrityError } from './integrity.ts';
import { openSignature } from './signature.ts';
import type { TrustedKey } from './trusted-keys.ts';

/**
 * A stored row with all that it says proved: a trusted key signed exactly these columns, and the snapshot has the
 * hash that was signed. With `hash` it must also be the row that the chain has at this position. Throws
 * `IntegrityError`.
 */
export function verifiedRow(
  stored: object & { seq?: unknown; snapshot?: unknown },
  { keys, hash }: { keys: readonly TrustedKey[]; hash?: string | undefined },
): Release {
  const seq = Number(stored.seq);
  const row = readableRow(stored, seq);
  const canonical = canonicalRow(row);
  const wrong = signatureProblem(row.signature, { canonical, seq, keys });
  if (wrong) throw new IntegrityError(seq, wrong);
  if (hash !== undefined && hashOfCanonical(canonical) !== hash) {
    throw new IntegrityError(seq, 'the row is not the one that stands in the chain');
  }
  if (row.kind === 'withdrawn') return row;
  if (hashOfCanonical(row.summary) !== row.summaryHash) {
    throw new IntegrityError(seq, 'the summary is not what was signed');
  }
  if (revisionHash(row.snapshot) !== row.revision) {
    throw new IntegrityError(seq, 'the text does not have the hash that was approved');
  }
  const { content, problem } = parseSnapshot(row.schema, row.snapshot);
  if (!content) throw new IntegrityError(seq, WORDS[problem]);
  return { ...row, snapshot: content };
}

const WORDS: Record<SnapshotProblem, string> = {
  'unknown-schema': 'the text has a shape that this program does not know',
  'malformed-snapshot': 'the text is not of its shape',
};

/** What is wrong with a row's signature; null when a key that counts at this position signed exactly this text. */
export function signatureProblem(
  signature: string,
  { canonical, seq, keys }: { canonical: string; seq: number; keys: readonly TrustedKey[] },
): string | null {
  const opened = openedAt(signature, { seq, keys });
  if ('problem' in opened) return opened.problem;
  return opened.payload === canonical ? null : 'the row is not what was signed';
}

function openedAt(
  signature: string,
  { seq, keys }: { seq: number; keys: readonly TrustedKey[] },
): { payload: string } | { problem: string } {
  const opened = openSignature(signature, keys);
  if (!opened) return { problem: 'the signature does not hold, or nobody trusts its key' };
  const { revokedFromSeq } = opened.key;
  if (revokedFromSeq === null || seq < revokedFromSeq) return opened;
  return { problem: `its key was revoked from ${revokedFromSeq} on` };
}

/** What a row said when it was signed, whatever stands in its columns now. */
export interface SignedAs {
  row: SignedRow;
  /** row hash */
  hash: string;
  /** the text that was signed */
  canonical: string;
}

/** What a signature says of the row at this position; null when it does not hold, or speaks of another row. */
export function signedAs(
  signature: string,
  { seq, keys }: { seq: number; keys: readonly TrustedKey[] },
): SignedAs | null {
  const opened = openedAt(signature, { seq, keys });
  if ('problem' in opened) return null;
  const canonical = opened.payload;
  const row = signedRow.safeParse(JSON.parse(canonical));
  return row.success && row.data.seq === seq ? { row: row.data, hash: hashOfCanonical(canonical), canonical } : null;
}

/** A stored row as what it says, proved or not. Throws `IntegrityError` when it is none. */
export function readableRow(stored: object, seq: number): Release {
  try {
    return toRow(stored);
  } catch {
    throw new IntegrityError(seq, 'the row cannot be read');
  }
}
