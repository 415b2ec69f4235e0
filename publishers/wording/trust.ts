import type { ApprovalScope, ChangeKind } from '../../model/release-row.ts';

/** What a clinician looked at. */
export const scopeLabel: Readonly<Record<ApprovalScope, string>> = {
  entry: 'The whole text',
  changes: 'What had changed',
};

/** What each grade of a release means for whoever reads it. */
export const GRADE_MEANS: Readonly<Record<ChangeKind, string>> = {
  new: 'The first release of a text.',
  minor: 'Wording or form. Nothing in it that can hurt changed, or the text was reviewed again as it is.',
  major: 'Something changed that matters: new knowledge, or a part that can hurt when it is wrong.',
  safety: 'What readers had by mail could hurt them: they are written to.',
};
