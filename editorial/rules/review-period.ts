import type { EntryType } from '../../model/entries/types.ts';
import type { Policy } from './policy.ts';

/**
 * The day that is proposed for the next review of a new entry: as many months from now as policy says for its type,
 * RFC 3339, the beginning of that day (UTC); null where policy says none. A month without that day gives its last one.
 */
export function proposedReviewDue({ reviewMonths }: Policy, type: EntryType, now: Date): string | null {
  const months = reviewMonths?.[type];
  if (months === undefined) return null;
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(now.getUTCDate(), lastDay))).toISOString();
}
