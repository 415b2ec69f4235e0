import type { EntryContent } from '../../model/entries/entries.ts';
import { revisionHash } from '../../model/revision.ts';

export interface Policy {
  /** clinicians who must approve an ordinary change */
  approvals: number;
  /** distinct clinicians who must approve a change of red flags, cautions, interactions, doses or urgency */
  safetyApprovals: number;
  /** days after reviewDue until an entry is withdrawn by itself */
  graceDays: number;
  /** a reading grade above this is a warning */
  maxReadingGrade: number;
}

/** How many distinct clinicians must approve `next`, given what readers have now (`live`). */
export function approvalsNeeded(next: EntryContent, live: EntryContent | null, policy: Policy): number {
  return changesSafety(next, live) ? policy.safetyApprovals : policy.approvals;
}

/** True when red flags, cautions, interactions, doses or urgency differ from what is live (docs/workflow.md). */
export function changesSafety(next: EntryContent, live: EntryContent | null): boolean {
  const before = live?.type === next.type ? live : null;
  const own = safetyPart(next);
  return revisionHash(own) !== revisionHash(before ? safetyPart(before) : emptyOf(own));
}

function safetyPart(content: EntryContent): Record<string, unknown> {
  switch (content.type) {
    case 'guide':
      return { redFlags: content.redFlags };
    case 'cause':
      return { redFlags: content.redFlags };
    case 'treatment':
      return { cautions: content.cautions, interactions: content.interactions, dose: content.dose };
    case 'red-flag':
      return {
        title: content.title,
        urgency: content.urgency,
        urgencyNote: content.urgencyNote,
        action: content.action,
        explanation: content.explanation,
      };
    case 'course':
      return {};
  }
}

const emptyOf = (part: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      Array.isArray(value) ? [] : typeof value === 'string' && value === '' ? '' : null,
    ]),
  );
