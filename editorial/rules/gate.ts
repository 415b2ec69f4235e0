import type { ChangeKind } from '../../model/release-row.ts';
import { errorsOf, type Issue } from '../../model/issue.ts';
import { approvalsNeeded } from './policy.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import { requirements, type Surroundings } from './requirements.ts';
import type { Revision } from '../../model/revision.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import { approversOf, currentRound } from './state.ts';

declare const cleared: unique symbol;

/** A revision that may be released now. Only this file builds one, and only `release.ts` takes one. */
export interface Cleared {
  readonly [cleared]: true;
  readonly revision: Revision;
  readonly approvals: readonly ReviewEvent[];
  readonly changeKind: ChangeKind;
  readonly changeNote: string;
}

export interface GateInput extends Surroundings {
  revision: Revision;
  /** every event of the entry, oldest first */
  events: readonly ReviewEvent[];
  /** what readers have now */
  live: EntryContent | null;
  /** database ids of those who edited the entry since its last release */
  editors: readonly string[];
}

export type GateAnswer = { cleared: Cleared; issues: Issue[] } | { cleared: null; issues: Issue[] };

/**
 * Clears a revision for release or lists what stands in the way. Pure: the same input, the same answer,
 * for a button, a schedule and a script alike. Warnings come with a clearance too.
 */
export function gate(input: GateInput): GateAnswer {
  const { revision, events, live, editors, policy } = input;
  const round = currentRound(events, revision.hash);
  const submitted = round.find(({ event }) => event === 'submitted');
  const approvals = approversOf(round);
  const independent = approvals.filter(({ actor }) => actor !== null && !editors.includes(actor));
  const needed = approvalsNeeded(revision.content, live, policy);

  const issues = requirements(revision, input);
  if (!submitted) issues.push(error('not-submitted', 'Submit this revision for review first.'));
  else if (!submitted.changeNote?.trim()) issues.push(error('change-note-missing', 'Say what changed and why.'));
  if (independent.length < approvals.length) {
    issues.push(
      error('approval-not-independent', 'Someone approved a revision that they edited: another clinician must look.'),
    );
  }
  if (independent.length < needed) {
    issues.push(error('approvals-missing', `${independent.length} of ${needed} approvals by independent clinicians.`));
  }
  if (errorsOf(issues).length > 0 || !submitted) return { cleared: null, issues };
  return {
    cleared: {
      revision,
      approvals: independent,
      changeKind: submitted.changeKind ?? 'major',
      changeNote: submitted.changeNote ?? '',
    } as unknown as Cleared,
    issues,
  };
}

const error = (
  code: 'not-submitted' | 'change-note-missing' | 'approval-not-independent' | 'approvals-missing',
  message: string,
): Issue => ({
  code,
  severity: 'error',
  field: '',
  message,
});
