import type { Library } from '../../release-log/library.ts';
import type { Release } from '../../model/release-row.ts';
import { problem } from '../http/problem.ts';
import { toRepresentation, type Rendered } from '../http/representation.ts';
import { CORS, FRESH } from './headers.ts';
import { publicRow } from './public-row.ts';

/** A row with its text, for ever the same. Caches may keep it for a second: a withdrawal takes it away. */
export const renderRelease = (row: Release, siteUrl: string): Rendered => ({
  representation: toRepresentation(
    JSON.stringify({ ...publicRow(row, siteUrl), snapshot: row.kind === 'released' ? row.snapshot : null }),
    'application/json',
  ),
  status: 200,
  headers: { ...CORS, ...FRESH },
});

/**
 * The answer for a release that nobody gets any more: 410 once it was withdrawn, also when the entry came back; null
 * when it may be read, as the row of a withdrawal always may: it has no text.
 */
export function withdrawnProblem(row: Release, library: Library): Response | null {
  const gone = row.kind === 'released' ? library.withdrawnAfter(row.uid, row.seq) : null;
  return (
    gone &&
    problem('gone', 'The entry of this release was withdrawn.', {
      headers: CORS,
      extra: { withdrawnBy: gone.seq, reason: gone.reason, publicNote: gone.publicNote, replacedBy: gone.replacedBy },
    })
  );
}
