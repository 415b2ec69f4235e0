import type { EntryType } from '../../../model/entries/types.ts';

/** The reports of the desk (docs/http.md). */
export const REPORT_NAMES = [
  'reviews-due',
  'time-in-stages',
  'approvals',
  'corrections',
  'without-guideline',
  'reading-grade',
  'orphans',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** The days that a report looks at; `until` is the moment when it was asked for. */
export interface Period {
  from: Date;
  until: Date;
}

export type Cell = string | number | null;

interface ReportRow {
  /** one for each column, in their order */
  cells: Cell[];
  /** the entry that the row speaks of, for a link */
  entry?: { type: EntryType; uid: string };
}

/** A table that says the same on the screen and as CSV. */
export interface Report {
  /** `kind` of a column says how a screen writes it: days are `YYYY-MM-DD`, moments RFC 3339 in UTC */
  columns: { label: string; kind: 'text' | 'number' | 'day' | 'moment' }[];
  rows: ReportRow[];
  /** what stands above the table, e.g. the sum of each grade */
  totals?: { label: string; value: number }[];
}
