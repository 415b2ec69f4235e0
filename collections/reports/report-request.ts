import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { REPORT_NAMES, type Period, type ReportName } from '../../editorial/rules/reports/report.ts';

const DAY = 24 * 3_600_000;
/** Periods that the screen offers, in days. */
export const PERIODS = [30, 90, 365] as const;
const USUAL = 90;
/** Ten years: what is older is in the record itself. */
const MOST_DAYS = 3660;

const name = z.enum(REPORT_NAMES);
const days = z.coerce.number().int().min(1).max(MOST_DAYS);

export interface ReportRequest {
  report: ReportName;
  days: number;
  period: Period;
}

/** Which report of which days is asked for. Throws `not-found` and `invalid-request`. */
export function reportRequest(asked: { report: unknown; days: unknown }, now: Date): ReportRequest {
  const report = name.safeParse(asked.report);
  if (!report.success) throw new CodedError('not-found', 'There is no such report.');
  const parsed = days.safeParse(asked.days ?? USUAL);
  if (!parsed.success) {
    throw new CodedError('invalid-request', `days: a whole number from 1 to ${MOST_DAYS}.`, {
      fields: [{ field: 'days', message: `must be from 1 to ${MOST_DAYS}` }],
    });
  }
  return {
    report: report.data,
    days: parsed.data,
    period: { from: new Date(now.getTime() - parsed.data * DAY), until: now },
  };
}
