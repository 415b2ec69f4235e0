import type { HeadMark } from '../head-mark.ts';
import { withVouched } from '../public-keys.ts';
import type { SigningKey } from '../signature.ts';
import { signedAs } from '../verify-row.ts';

/** The end of a copied log as its files have it: the last row, and the public keys beside it. */
interface CopiedEnd {
  last: { seq: number; signature: string } | null;
  keys: readonly { kid: unknown; jwk: unknown; voucher?: unknown }[];
}

/**
 * Where a copied log ends, by what was signed there: log id, position and row hash. null when it is empty,
 * `unproved` when no key that this installation trusts signed its last row.
 */
export function provedEnd({ last, keys }: CopiedEnd, { trusted }: SigningKey): HeadMark | 'unproved' | null {
  if (last === null) return null;
  const signed = signedAs(last.signature, { seq: last.seq, keys: withVouched(trusted, keys) });
  return signed === null ? 'unproved' : { logId: signed.row.logId, seq: last.seq, hash: signed.hash };
}
