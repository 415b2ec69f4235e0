import type { ReviewedSet } from '../../editorial/change-sets/read-set.ts';
import { counted } from '../workflow/words.ts';

/** Why what is on the page is not what an approval would be of, for whoever reads it; null when it is. */
export function whyNotApproved({ set, members, next }: Pick<ReviewedSet, 'set' | 'members' | 'next'>): string | null {
  const unseen = set.members.length - members.length;
  if (next !== null || unseen > 0)
    return `Show the changes of all entries before you approve them: ${counted(unseen, 'entry is', 'entries are')} not shown yet.`;
  const stale = members.filter(({ isStale }) => isStale).length;
  if (stale > 0) return `${counted(stale, 'entry is', 'entries are')} no longer what this set speaks of.`;
  return null;
}
