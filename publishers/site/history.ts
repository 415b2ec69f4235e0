import type { ReleasedRow } from '../../model/release-row.ts';
import { ifProved } from '../../release-log/integrity.ts';
import type { Library } from '../../release-log/library.ts';
import { changesForReaders, type ReaderChanges } from '../changes/changes-for-readers.ts';

/** One release of an entry, and what it changed against the one before it. */
interface PastRelease {
  row: Omit<ReleasedRow, 'snapshot'>;
  /** null of the first, and where the one before it is not told of here */
  changes: ReaderChanges | null;
}

/** The releases of an entry up to one of them. */
export interface History {
  /** newest first, at most `MOST_TOLD` */
  told: PastRelease[];
  /** log positions of those before, newest first */
  earlier: number[];
}

/** Of a page that tells nothing of its past. */
export const NO_HISTORY: History = { told: [], earlier: [] };

/** A page tells of so many releases in words; each costs the read of a row. */
const MOST_TOLD = 4;

/**
 * What readers had of an entry up to this row, since its last withdrawal: rows of the log and nothing else. A row that
 * does not verify is not told of.
 */
export async function historyOf({ uid, seq }: ReleasedRow, library: Library): Promise<History> {
  const seqs = library
    .releasesOf(uid)
    .filter((one) => one <= seq)
    .reverse();
  const read = async (one: number) => {
    const row = await ifProved(library.release(one));
    return row?.kind === 'released' ? row : null;
  };
  const rows = await Promise.all(seqs.slice(0, MOST_TOLD + 1).map(read));
  const titleOf = (named: string): string => library.live(named)?.title ?? 'a page that is not here any more';
  const told = rows.slice(0, MOST_TOLD).flatMap((row, i) => {
    const before = rows[i + 1];
    if (!row) return [];
    return [{ row, changes: before ? changesForReaders(before.snapshot, row.snapshot, { titleOf }) : null }];
  });
  return { told, earlier: seqs.slice(MOST_TOLD) };
}
