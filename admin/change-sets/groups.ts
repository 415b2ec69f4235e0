import type { ReviewedMember } from '../../editorial/change-sets/read-set.ts';
import type { Change } from '../../editorial/rules/changes.ts';
import { excerpt } from '../workflow/excerpt.ts';

/** One difference and the entries of a set that have it. */
export interface SharedChange {
  change: Change;
  members: ReviewedMember[];
}

const WEIGHT = ['safety', 'meaning', 'wording'];

/**
 * Where words alone differ, they are the same difference when what is shown of it is: the words and those around them.
 * The field as a whole may say more in one entry than in another.
 */
const keyOf = ({ key, label, weight, parts, moves, figures, tables }: Change): string =>
  moves.length + figures.length + tables.length > 0 ? key : JSON.stringify([label, weight, excerpt(parts)]);

/** The differences of a set's entries, each once: the heaviest first, then those of most entries. */
export function changesOfSet(members: readonly ReviewedMember[]): SharedChange[] {
  const groups = new Map<string, SharedChange>();
  for (const member of members) {
    for (const change of member.changes) {
      const key = keyOf(change);
      const known = groups.get(key);
      if (known) known.members.push(member);
      else groups.set(key, { change, members: [member] });
    }
  }
  const weight = ({ change }: SharedChange) => WEIGHT.indexOf(change.weight);
  return [...groups.values()].toSorted((a, b) => weight(a) - weight(b) || b.members.length - a.members.length);
}
