import type { PayloadRequest } from 'payload';
import type { WithdrawalReason } from '../../model/withdrawal.ts';
import { readRowsOfEntry } from '../../release-log/rows-of-entry.ts';
import { releaseName } from './state-names.ts';

/** What readers had of an entry during part of a day. */
export interface ReadersHad {
  /** null: nothing; the entry was withdrawn, or not released yet */
  release: { state: string; seq: number; version: string; revision: string } | null;
  /** RFC 3339; null where it began before the day */
  since: string | null;
  /** why there was nothing, after a withdrawal */
  withdrawn: WithdrawalReason | null;
}

/** The answer of GET …/readers-had (docs/http.md). */
export interface DayOfReaders {
  day: string;
  had: ReadersHad[];
  unverified: number[];
  /** where readers have the entry now, as its last row says; null where they do not, or where that row proves nothing */
  slug: string | null;
}

/**
 * What readers had during a day (YYYY-MM-DD, UTC), the earliest first: what was live as it began, and each release or
 * withdrawal of that day. `unverified` names log positions of the entry that prove nothing, so that no answer looks
 * whole that is not.
 */
export async function readersHad(req: PayloadRequest, uid: string, day: string): Promise<DayOfReaders> {
  const { rows, unverified } = await readRowsOfEntry(req, uid);
  const [begin, end] = [`${day}T00:00:00.000Z`, `${day}T23:59:59.999Z`];
  const before = rows.findLast(({ row }) => row.releasedAt < begin)?.row ?? null;
  const during = rows.map(({ row }) => row).filter(({ releasedAt }) => releasedAt >= begin && releasedAt <= end);
  const said = (row: typeof before, since: string | null): ReadersHad => ({
    release:
      row?.kind === 'released'
        ? { state: releaseName(row.seq), seq: row.seq, version: row.version, revision: row.revision }
        : null,
    since,
    withdrawn: row?.kind === 'withdrawn' ? row.reason : null,
  });
  const last = rows.at(-1)?.row;
  const isLive = last?.kind === 'released' && unverified.every((seq) => seq < last.seq);
  return {
    day,
    had: [said(before, null), ...during.map((row) => said(row, row.releasedAt))],
    unverified,
    slug: isLive ? last.slug : null,
  };
}
