import { signedRow, type ReleasedRow } from '../../model/release-row.ts';
import type { Library } from '../../release-log/library.ts';
import { signedForm, type NewRow } from '../../release-log/signed-form.ts';

/**
 * A row as it would stand next in the log: with everything that channels ask of one but a signature, which it has not.
 * `above`: how many others stand before it there.
 */
export function nextRow(
  row: Extract<NewRow, { kind: 'released' }>,
  { head, logId, hashAt }: Pick<Library, 'head' | 'logId' | 'hashAt'>,
  above = 0,
): ReleasedRow {
  const end = { logId: logId ?? NO_LOG, seq: head + above, hash: above === 0 ? hashAt(head) : null };
  const { signed: canonical, summary } = signedForm(row, end);
  // The members in the order in which a row is read.
  const signed = signedRow.parse(canonical);
  if (signed.kind !== 'released') throw new TypeError('a release that is none');
  return { ...signed, summary: summary ?? '', snapshot: row.snapshot, signature: '', live: true };
}

/** Of a log that has no row yet. */
const NO_LOG = '00000000-0000-0000-0000-000000000000';
