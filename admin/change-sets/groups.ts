import type { ReviewedMember } from '../../editorial/change-sets/read-set.ts';
import type { Change } from '../../editorial/rules/changes.ts';

/** One difference and the entries of a set that have it, letter for letter. */
export interface SharedChange {
  change: Change;
  members: ReviewedMember[];
}

const WEIGHT = ['safety', 'meaning', 'wording'];

/** The differences of a set's entries, each once: the heaviest first, then those of most entries. */
export function changesOfSet(members: readonly ReviewedMember[]): SharedChange[] {
  const groups = new Map<string, SharedChange>();
  for (const member of members) {
    for (const change of member.changes) {
      const known = groups.get(change.key);
      if (known) known.members.push(member);
      else groups.set(change.key, { change, members: [member] });
    }
  }
  const weight = ({ change }: SharedChange) => WEIGHT.indexOf(change.weight);
  return [...groups.values()].toSorted((a, b) => weight(a) - weight(b) || b.members.length - a.members.length);
}
