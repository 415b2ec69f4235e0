import type { PayloadRequest } from 'payload';
import type { SignedRow } from '../../model/release-row.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import type { Period, Report } from '../rules/reports/report.ts';

/** Rows proved at once. */
const PAGE = 200;

const GRADES = ['safety', 'major', 'minor', 'withdrawn'] as const;

/** Every correction and withdrawal of the period by its grade, newest first, as it was signed; first releases are none. */
export async function corrections({ payload }: PayloadRequest, { from, until }: Period): Promise<Report> {
  const rows = await signedSince(createReleaseLog(payload), from);
  const found = rows
    .filter(({ releasedAt }) => releasedAt >= from.toISOString() && releasedAt <= until.toISOString())
    .map((row) => ({ ...row, grade: row.kind === 'withdrawn' ? ('withdrawn' as const) : row.changeKind }))
    .filter(({ grade }) => grade !== 'new')
    .sort((a, b) => b.seq - a.seq);
  return {
    columns: [
      { label: 'When', kind: 'moment' },
      { label: 'Entry', kind: 'text' },
      { label: 'Type', kind: 'text' },
      { label: 'Version', kind: 'text' },
      { label: 'Grade', kind: 'text' },
      { label: 'What was said of it', kind: 'text' },
    ],
    totals: GRADES.map((grade) => ({ label: grade, value: found.filter((row) => row.grade === grade).length })),
    rows: found.map(({ type, uid, title, version, grade, changeNote, reason, releasedAt }) => ({
      entry: { type, uid },
      cells: [releasedAt, title, type, version, grade, reason ?? changeNote],
    })),
  };
}

/** The rows of the log from a moment on, as they were signed, read from its end; those before are proved a page at most. */
async function signedSince(log: ReturnType<typeof createReleaseLog>, from: Date): Promise<SignedRow[]> {
  const found: SignedRow[] = [];
  for (let upTo = await log.head(); upTo > 0; upTo -= PAGE) {
    const since = Math.max(0, upTo - PAGE);
    const page = (await log.signed(since, upTo - since)).map(({ row }) => row).filter(({ seq }) => seq <= upTo);
    found.push(...page);
    if (page.some(({ releasedAt }) => releasedAt < from.toISOString())) break;
  }
  return found;
}
