import type { EntryContent } from '../../model/entries/entries.ts';
import type { EntryType } from '../../model/entries/types.ts';
import type { ChangeKind } from '../../model/release-row.ts';
import { safetyChanges, type SafetyChange } from './safety-changes.ts';

export interface Policy {
  /** clinicians who must approve an ordinary change */
  approvals: number;
  /** distinct clinicians who must approve a change of anything that can hurt when it is wrong */
  safetyApprovals: number;
  /** days after reviewDue until an entry is withdrawn by itself */
  graceDays: number;
  /** a reading grade above this is a warning */
  maxReadingGrade: number;
  /** by type of entry: months after which a new entry is proposed for its next review; none proposed where it says none */
  reviewMonths?: Readonly<Partial<Record<EntryType, number>>>;
  /** days that a notice is kept once it was read; 90 unless told */
  noticeDays?: number;
  /**
   * names of medicines beside those that the rules know: those that an installation states, e.g. local brands, and
   * those that its library has entries on
   */
  medicines?: readonly string[];
  /** by type of entry: what whoever approves is asked to have checked, each a clause after “I have checked that” */
  checklist?: Readonly<Record<EntryType, readonly string[]>>;
}

/** What whoever approves an entry of this type is asked to have checked. */
export const checklistOf = ({ checklist }: Policy, type: EntryType): readonly string[] => checklist?.[type] ?? [];

export type SafetyReason = { rule: 'safety' } & SafetyChange;

/** Why policy asks for what it asks: a part that can hurt, or what readers were told already. */
export type PolicyReason =
  | SafetyReason
  /** readers never had the entry */
  | { rule: 'first-release' }
  /** readers may have the replaced text in their mail, and it differs in something that can hurt */
  | { rule: 'sent-by-mail' };

export interface ApprovalsNeeded {
  /** distinct clinicians */
  needed: number;
  reasons: SafetyReason[];
}

/** How many distinct clinicians must approve `next`, given what readers have now (`live`), and why that many. */
export function approvalsNeeded(next: EntryContent, live: EntryContent | null, policy: Policy): ApprovalsNeeded {
  const reasons = safetyChanges(next, live, policy.medicines).map((change): SafetyReason => ({
    rule: 'safety',
    ...change,
  }));
  return { needed: reasons.length > 0 ? policy.safetyApprovals : policy.approvals, reasons };
}

/** What the grade of a change depends on beside its text. */
export interface Past {
  /** the entry is in the log already, live or withdrawn */
  everReleased: boolean;
  /** readers have it now */
  isLive: boolean;
  /** readers may have what is live in their mail: a course, or an entry that a course ever named */
  sentByMail: boolean;
  /** every clinician who approved said why the replaced text could not hurt */
  oldTextHarmless: boolean;
}

export interface ChangeFloor {
  kind: ChangeKind;
  reasons: PolicyReason[];
}

/**
 * The lowest grade that a change may be given, and why. `reasons`: what in it can hurt, as `approvalsNeeded` found.
 * A first release is `new` and nothing else.
 */
export function minimumChangeKind(reasons: SafetyReason[], past: Past): ChangeFloor {
  if (!past.everReleased) return { kind: 'new', reasons: [{ rule: 'first-release' }, ...reasons] };
  if (reasons.length === 0) return { kind: 'minor', reasons };
  // After a withdrawal nobody has a text to correct: those who were mailed it were told when it went.
  if (!past.isLive || !past.sentByMail || past.oldTextHarmless) return { kind: 'major', reasons };
  return { kind: 'safety', reasons: [{ rule: 'sent-by-mail' }, ...reasons] };
}
