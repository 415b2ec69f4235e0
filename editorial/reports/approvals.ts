import type { PayloadRequest } from 'payload';
import { approvalCounts } from '../rules/reports/approval-counts.ts';
import type { Period, Report } from '../rules/reports/report.ts';
import { readLines } from './read-lines.ts';

/** What each person did as a reviewer in the period. */
export async function approvals(req: PayloadRequest, period: Period): Promise<Report> {
  const counts = approvalCounts(await readLines(req, period, ['approved', 'changes-requested', 'renewed']));
  return {
    columns: [
      { label: 'Who', kind: 'text' },
      { label: 'Approvals', kind: 'number' },
      { label: 'of the whole entry', kind: 'number' },
      { label: 'Requests for changes', kind: 'number' },
      { label: 'Renewals', kind: 'number' },
      { label: 'Entries', kind: 'number' },
    ],
    rows: counts.map(({ name, approvals: given, whole, requests, renewals, entries }) => ({
      cells: [name, given, whole, requests, renewals, entries],
    })),
  };
}
