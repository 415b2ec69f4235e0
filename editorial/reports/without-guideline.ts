import type { PayloadRequest } from 'payload';
import type { Period, Report } from '../rules/reports/report.ts';
import { liveTexts } from './live-texts.ts';

/** What readers have that rests on no guideline; a course has no claims of its own. Fewest sources first. */
export async function withoutGuideline(req: PayloadRequest, _: Period): Promise<Report> {
  const texts = (await liveTexts(req)).filter(({ entry }) => entry.type !== 'course');
  const found = texts.filter(({ guidelines }) => guidelines === 0).sort((a, b) => a.sources - b.sources);
  return {
    columns: [
      { label: 'Entry', kind: 'text' },
      { label: 'Type', kind: 'text' },
      { label: 'Sources', kind: 'number' },
      { label: 'Last reviewed', kind: 'day' },
    ],
    totals: [
      { label: 'without a guideline', value: found.length },
      { label: 'live', value: texts.length },
    ],
    rows: found.map(({ entry: { type, uid, title, reviewedAt }, sources }) => ({
      entry: { type, uid },
      cells: [title, type, sources, reviewedAt.slice(0, 10)],
    })),
  };
}
