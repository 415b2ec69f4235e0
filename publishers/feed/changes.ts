import { IntegrityError } from '../../release-log/integrity.ts';
import type { Library } from '../../release-log/library.ts';
import type { ReleaseLog, SignedEntry } from '../../release-log/read-rows.ts';
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
  /** row hash of the row at `head`; null when that row does not verify */
  headHash: string | null;
}

/** The end of the log that this library stands at. */
export const endOf = (library: Library): LogEnd => ({
  logId: library.logId,
  head: library.head,
  headHash: library.hashAt(library.head),
});

/** Rows read at once, without their texts. */
const BATCH = 500;

/**
 * The log after position `since`, without gaps: at most `limit` rows and as many as fit a page, each as it was
 * signed. A page ends before a row that does not verify, and the page that would begin with it throws
 * `IntegrityError`: nobody passes it without knowing. Rows above the library's head are left for the next question,
 * so that the answer belongs to one position.
 */
export async function changesPage(
  { log, library, siteUrl, end }: { log: ReleaseLog; library: Library; siteUrl: string; end: LogEnd },
  { since, limit }: { since: number; limit: number },
): Promise<string> {
  const changes: Change[] = [];
  let bytes = 0;
  for await (const entry of provedRows({ log, library }, since, Math.min(end.head, since + limit))) {
    const change = toChange(entry, library, siteUrl);
    bytes += Buffer.byteLength(JSON.stringify(change)) + 1;
    if (changes.length > 0 && bytes > PAGE_BYTES) break;
    changes.push(change);
  }
  const last = since + changes.length;
  if (changes.length === 0 && since < end.head) throw new IntegrityError(since + 1, 'the row is missing or not proved');
  const next = last < end.head ? siteUrl + changesPath({ since: last, limit, log: end.logId }) : null;
  return JSON.stringify({ ...end, since, changes, next });
}

/** Rows above `since` up to `goal`, each the one that the chain has there; ends before the first that is not. */
async function* provedRows(
  { log, library }: { log: ReleaseLog; library: Library },
  since: number,
  goal: number,
): AsyncGenerator<SignedEntry> {
  for (let last = since; last < goal;) {
    const entries = await log.signed(last, Math.min(BATCH, goal - last));
    for (const entry of entries) {
      if (entry.row.seq !== last + 1 || entry.hash !== library.hashAt(last + 1)) return;
      yield entry;
      last += 1;
    }
    if (entries.length === 0) return;
  }
}

const toChange = ({ row, signature }: SignedEntry, library: Library, siteUrl: string): Change => ({
  ...publicRow({ ...row, signature }, siteUrl),
  // Not the row's own mark: that may already be of a later position than this answer.
  live: library.live(row.uid)?.seq === row.seq,
});
