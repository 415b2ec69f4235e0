/** What stands between a revision and its release. The list of codes is closed. */
export const ISSUE_CODES = [
  'title-missing',
  'slug-invalid',
  'slug-taken',
  'summary-missing',
  'body-missing',
  'section-empty',
  'sources-missing',
  'alt-text-missing',
  'cautions-missing',
  'action-missing',
  'urgency-missing',
  'call-missing',
  'call-too-slow',
  'evidence-missing',
  'grade-misplaced',
  'search-missing',
  'stop-rule-missing',
  'dose-missing',
  'medicine-unnamed',
  'maximum-missing',
  'disclosure-missing',
  'lessons-missing',
  'lesson-incomplete',
  'lesson-key-repeated',
  'lesson-entry-repeated',
  'lesson-part-missing',
  'reference-not-live',
  'review-due-missing',
  'review-due-past',
  'unsupported-content',
  'control-character',
  'citation-unlisted',
  'claim-without-citation',
  'table-header-missing',
  'field-invalid',
  'reading-grade-high',
  'sentence-too-long',
  'source-weak',
  'absolute-claim',
  'emergency-order',
  'not-submitted',
  'change-note-missing',
  'change-kind-too-low',
  'approvals-missing',
  'approval-not-independent',
  'must-open',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

export interface Issue {
  code: IssueCode;
  /** errors block release; warnings are shown to the reviewer */
  severity: 'error' | 'warning';
  /** dotted path of the field, e.g. `sections.2.figures.0`; empty for the entry as a whole */
  field: string;
  /** one sentence that tells an editor what to do */
  message: string;
}

const issueOf =
  (severity: Issue['severity']) =>
  (code: IssueCode, field: string, message: string): Issue => ({ code, severity, field, message });
export const blocking = issueOf('error');
export const warning = issueOf('warning');

export const errorsOf = (issues: readonly Issue[]): Issue[] => issues.filter(({ severity }) => severity === 'error');
