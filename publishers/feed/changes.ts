import type { EntryType } from '../../model/content.ts';
import type { Approval, ChangeKind, Release } from '../../model/release-row.ts';
import { pageUrl } from '../addresses.ts';
import type { Library } from '../../release-log/library.ts';
import type { ReleaseLog } from '../../release-log/read-rows.ts';
import { PAGE_BYTES } from './page.ts';
import { changesPath } from './route.ts';

/** One row of the log without its text: what happened, who approved it, and whether readers still get it. */
export interface Change {
  seq: number;
  kind: Release['kind'];
  type: EntryType;
  uid: string;
  slug: string;
  url: string;
  title: string;
  version: string;
  revision: string;
  changeKind: ChangeKind;
  changeNote: string;
  releasedAt: string;
  reviewedAt: string | null;
  reviewDue: string | null;
  approvals: Approval[];
  signature: string;
  live: boolean;
  reason?: string;
  replacedBy?: string | null;
}

/** The snapshots come along when rows are read, so they are read a few at a time. */
const BATCH = 50;

/**
 * The log after position `since`, without gaps: at most `limit` rows and as many as fit a page. Rows
 * above the library's head are left for the next question, so that the answer belongs to one position.
 * Throws when the log itself has a gap.
 */
export async function changesPage(
  { log, library, siteUrl }: { log: ReleaseLog; library: Library; siteUrl: string },
  { since, limit }: { since: number; limit: number },
): Promise<string> {
  const changes: Change[] = [];
  let bytes = 0;
  let last = since;
  const goal = Math.min(library.head, since + limit);
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
  const next = last < library.head ? siteUrl + changesPath({ since: last, limit }) : null;
  return JSON.stringify({ head: library.head, since, changes, next });
}

const gapAfter = (seq: number) => new Error(`the release log has a gap after ${seq}`);

function toChange(row: Release, library: Library, siteUrl: string): Change {
  const released = row.kind === 'released' ? row : null;
  return {
    seq: row.seq,
    kind: row.kind,
    type: row.type,
    uid: row.uid,
    slug: row.slug,
    url: pageUrl(siteUrl, row),
    title: row.title,
    version: row.version,
    revision: row.revision,
    changeKind: row.changeKind,
    changeNote: row.changeNote,
    releasedAt: row.releasedAt,
    reviewedAt: released?.reviewedAt ?? null,
    reviewDue: released?.reviewDue ?? null,
    approvals: released?.approvals ?? [],
    signature: row.signature,
    // Not the row's own mark: that may already be of a later position than this answer.
    live: library.live(row.uid)?.seq === row.seq,
    ...(row.kind === 'withdrawn' ? { reason: row.reason, replacedBy: row.replacedBy } : {}),
  };
}
