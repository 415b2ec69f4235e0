import type { z } from 'zod';
import { ENTRIES, type EntryContent } from './entries.ts';

/**
 * Fields whose value the form would refuse, with their true paths. A draft may be saved with any of them, so they
 * are looked at before review instead of surprising everybody at the moment of release.
 */
export function invalidFields(content: EntryContent): { field: string; message: string }[] {
  const { error } = ENTRIES[content.type].valid.safeParse(content);
  return (error?.issues ?? []).map((issue) => ({ field: issue.path.map(String).join('.'), message: sayOf(issue) }));
}

function sayOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `Too long or too large: at most ${String(issue.maximum)}.`;
    case 'too_small':
      return issue.minimum === 1 ? 'Fill this in.' : `Too short or too small: at least ${String(issue.minimum)}.`;
    case 'invalid_value':
      return 'Choose one of the list.';
    default:
      return 'The form does not accept this value.';
  }
}
