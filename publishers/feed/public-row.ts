import { canonicalRow, rowHash, type SignedRow } from '../../model/release-row.ts';
import { pageUrl } from '../addresses.ts';

/** What anybody may know of a row and can check: the signed members, their hash and signature, the address. */
export type PublicRow = SignedRow & { hash: string; signature: string; url: string };

/** A row for machines: exactly the members that were signed, and beside them what checks and finds it. */
export const publicRow = (row: SignedRow & { signature: string }, siteUrl: string): PublicRow => ({
  ...(JSON.parse(canonicalRow(row)) as SignedRow),
  hash: rowHash(row),
  signature: row.signature,
  url: pageUrl(siteUrl, row),
});
