import type { PayloadRequest } from 'payload';
import type { Period, Report } from '../rules/reports/report.ts';
import { liveTexts } from './live-texts.ts';
import { servicesOf } from '../records/services.ts';

/** How hard what readers have is to read, hardest first; too short a text has no grade and stands last. */
export async function readingGrades(req: PayloadRequest, _: Period): Promise<Report> {
  const highest = servicesOf(req.payload).policy.maxReadingGrade;
  const texts = (await liveTexts(req)).sort((a, b) => (b.grade ?? -Infinity) - (a.grade ?? -Infinity));
  return {
    columns: [
      { label: 'Entry', kind: 'text' },
      { label: 'Type', kind: 'text' },
      { label: 'Grade', kind: 'number' },
    ],
    totals: [
      {
        label: `above grade ${highest}, which the policy allows`,
        value: texts.filter(({ grade }) => grade !== null && grade > highest).length,
      },
      { label: 'live', value: texts.length },
    ],
    rows: texts.map(({ entry: { type, uid, title }, grade }) => ({
      entry: { type, uid },
      cells: [title, type, grade],
    })),
  };
}
