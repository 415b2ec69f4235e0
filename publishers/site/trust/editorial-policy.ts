import type { EntryType } from '../../../model/entries/types.ts';

/**
 * The editorial policy as the site is told it: the very object that the gate gets, by its shape alone. A test
 * compares its members with those of the policy, and each either moves the page or stands in `NOT_SAID`.
 */
export interface EditorialPolicy {
  approvals: number;
  safetyApprovals: number;
  graceDays: number;
  maxReadingGrade: number;
  reviewMonths?: Readonly<Partial<Record<EntryType, number>>>;
  noticeDays?: number;
  medicines?: readonly string[];
  checklist?: Readonly<Record<EntryType, readonly string[]>>;
}

/** Members of the policy that the page does not tell, and why. */
export const NOT_SAID = {
  noticeDays: 'how long the staff keep their own notices tells a reader nothing about a text',
} as const satisfies Partial<Record<keyof EditorialPolicy, string>>;
