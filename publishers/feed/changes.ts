import type { Library } from '../../release-log/library.ts';
import { rowHash, type Release } from '../../model/release-row.ts';
import type { ReleaseLog } from '../../release-log/read-rows.ts';
import { PAGE_BYTES } from './page.ts';
import { publicRow, type PublicRow } from './public-row.ts';
import { changesPath } from './route.ts';

/** One row of the log without its text: what happened, who approved it, and whether readers still get it. */
export type Change = PublicRow & { live: boolean };

/** Where the log ends, as a library sees it. */
export interface LogEnd {
  /** null while the log is empty */
  logId: string | null;
  head: number;
  /** row hash of the row at `head` */
  headHash: string | null;
}

/** The end of the log that this library stands at. Throws when the log lost the row. */
export async function endOf(library: Library): Promise<LogEnd> {
  const { head } = library;
  if (head === 0) return { logId: null, head, headHash: null };
  const row = await library.release(head);
  if (!row) throw new Error(`release ${head} is missing from the log`);
  return { logId: row.logId, head, headHash: rowHash(row) };
}

/** The snapshots come along when rows are read, so they are read a few at a time. */
const BATCH = 50;

/**
 * The log after position `since`, without gaps: at most `limit` rows and as many as fit a page. Rows
 * above the library's head are left for the next question, so that the answer belongs to one position.
 * Throws when the log itself has a gap.
 */
export async function changesPage(
  { log, library, siteUrl, end }: { log: ReleaseLog; library: Library; siteUrl: string; end: LogEnd },
  { since, limit }: { since: number; limit: number },
): Promise<string> {
  const changes: Change[] = [];
  let bytes = 0;
  let last = since;
  const goal = Math.min(end.head, since + limit);
  while (last < goal && bytes <= PAGE_BYTES) {
    const rows = await log.after(last, Math.min(BATCH, goal - last));
    if (rows.length === 0) throw gapAfter(last);
    for (const row of rows) {
      if (row.seq !== last + 1) throw gapAfter(last);
      const change = toChange(row, library, siteUrl);
      bytes += Buffer.byteLength(JSON.stringify(change)) + 1;
      if (changes.length > 0 && bytes > PAGE_BYTES) break;
      changes.push(change);
      last = row.seq;
    }
  }
  const next = last < end.head ? siteUrl + changesPath({ since: last, limit, log: end.logId }) : null;
  return JSON.stringify({ ...end, since, changes, next });
}

const gapAfter = (seq: number) => new Error(`the release log has a gap after ${seq}`);

const toChange = (row: Release, library: Library, siteUrl: string): Change => ({
  ...publicRow(row, siteUrl),
  // Not the row's own mark: that may already be of a later position than this answer.
  live: library.live(row.uid)?.seq === row.seq,
});
