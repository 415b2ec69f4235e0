import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { approversOf, currentRound } from '../../editorial/rules/state.ts';
import { byline, groupIssues, isLastApproval } from '../workflow/standing.ts';
import { counted } from '../workflow/words.ts';

export type Act = 'approve' | 'approve-and-release' | 'request-changes';

/**
 * Why this person cannot do it now, in words; null when they can. `isStale`: the words have changed since they were
 * shown.
 */
export function blockOf(act: Act, sheet: ReviewSheet, { isStale }: { isStale: boolean }): string | null {
  if (isStale) return 'The words have changed: look at the new ones first.';
  if (act === 'request-changes') return sheet.refusals['request-changes']?.message ?? null;
  const refusal = sheet.refusals.approve;
  if (refusal) return refusal.message;
  if (act === 'approve') return null;
  const blockers = groupIssues(sheet.issues).errors.length;
  if (blockers > 0) return `Release waits for ${counted(blockers, 'blocker')} above.`;
  return isLastApproval(sheet) ? null : 'Release waits for another approval after yours.';
}

/** Who has approved this text and who must still, in one line. */
export function whoElse(sheet: ReviewSheet): string {
  const { approvals, state, allowedVerbs } = sheet;
  const names = approversOf(currentRound(sheet.events.toReversed(), sheet.revision)).map(byline);
  const given = `${approvals.given} of ${counted(approvals.needed, 'approval')} given${names.length > 0 ? `, by ${names.join(' and ')}` : ''}.`;
  if (state !== 'in-review' || !allowedVerbs.includes('approve')) return given;
  const missing = approvals.needed - approvals.given;
  if (missing <= 1) return `${given} Yours would be the last.`;
  return `${given} After yours ${counted(missing - 1, 'other clinician')} must approve too.`;
}
