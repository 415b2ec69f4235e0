import type { PayloadRequest } from 'payload';
import type { Period, Report, ReportName } from '../rules/reports/report.ts';
import { approvals } from './approvals.ts';
import { corrections } from './corrections.ts';
import { orphans } from './orphans.ts';
import { readingGrades } from './reading-grades.ts';
import { reviewsDue } from './reviews-due.ts';
import { timeInStages } from './time-in-stages.ts';
import { withoutGuideline } from './without-guideline.ts';

interface ReportKind {
  title: string;
  /** one line below the title */
  says: string;
  /** whether it looks at a period, or at how things stand now */
  overTime: boolean;
  read: (req: PayloadRequest, period: Period) => Promise<Report>;
}

/** Every report of the desk: the screen, its menu and the CSV follow from this table. */
export const REPORTS: Record<ReportName, ReportKind> = {
  'reviews-due': {
    title: 'Reviews due',
    says: 'What readers have whose review is overdue or falls due within ninety days.',
    overTime: false,
    read: reviewsDue,
  },
  'time-in-stages': {
    title: 'Time in each stage',
    says: 'How long what was submitted in the period waited for its next act.',
    overTime: true,
    read: timeInStages,
  },
  approvals: {
    title: 'Who approved how much',
    says: 'Acts of reviewers in the period. Persons are counted, not accounts.',
    overTime: true,
    read: approvals,
  },
  corrections: {
    title: 'Corrections and withdrawals',
    says: 'What was corrected or withdrawn in the period, by its grade.',
    overTime: true,
    read: corrections,
  },
  'without-guideline': {
    title: 'Without a guideline',
    says: 'What readers have that names no guideline among its sources.',
    overTime: false,
    read: withoutGuideline,
  },
  'reading-grade': {
    title: 'Reading grade',
    says: 'Flesch–Kincaid grade of what readers have, hardest first.',
    overTime: false,
    read: readingGrades,
  },
  orphans: {
    title: 'Named by no other entry',
    says: 'Live causes, treatments and red flags that no live entry leads to.',
    overTime: false,
    read: orphans,
  },
};
