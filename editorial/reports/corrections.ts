import type { PayloadRequest } from 'payload';
import type { Release } from '../../model/release-row.ts';
import type { Period, Report } from '../rules/reports/report.ts';

type Row = Pick<Release, 'seq' | 'kind' | 'type' | 'uid' | 'title' | 'version' | 'changeKind' | 'releasedAt'> & {
  changeNote?: string | null;
  reason?: string | null;
};

const GRADES = ['safety', 'major', 'minor', 'withdrawn'] as const;

/** Every correction and withdrawal of the period by its grade, newest first; first releases are none. */
export async function corrections({ payload }: PayloadRequest, { from, until }: Period): Promise<Report> {
  const { docs } = await payload.db.find<Row>({
    collection: 'releases',
    where: {
      and: [
        // In the order of the index, so that the database seeks.
        { live: { in: [true, false] } },
        { kind: { in: ['released', 'withdrawn'] } },
        { releasedAt: { greater_than_equal: from.toISOString() } },
        { releasedAt: { less_than_equal: until.toISOString() } },
      ],
    },
    pagination: false,
    limit: 0,
    select: {
      ...{ seq: true, kind: true, type: true, uid: true, title: true, version: true },
      ...{ changeKind: true, changeNote: true, reason: true, releasedAt: true },
    },
  });
  const found = docs
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
      cells: [releasedAt, title, type, version, grade, reason ?? changeNote ?? null],
    })),
  };
}
