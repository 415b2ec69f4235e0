import type { Change } from '../../editorial/rules/changes.ts';
import { WEIGHTS, type Weight } from '../../editorial/rules/weight.ts';
import { counted } from '../workflow/words.ts';

export interface Weighed {
  weight: Weight;
  changes: Change[];
}

/** The changes, heaviest first; within a weight in the order of the page. Weights without a change are left out. */
export const byWeight = (changes: readonly Change[]): Weighed[] =>
  WEIGHTS.map((weight) => ({ weight, changes: changes.filter((change) => change.weight === weight) })).filter(
    (group) => group.changes.length > 0,
  );

/** `5 changes: 2 safety, 1 meaning, 2 wording`. */
export function countOf(changes: readonly Change[]): string {
  const groups = byWeight(changes).map((group) => `${group.changes.length} ${group.weight}`);
  return changes.length === 0 ? 'No changes' : `${counted(changes.length, 'change')}: ${groups.join(', ')}`;
}

/** The next or previous change by importance; from nowhere the first or the last. Null when there is none. */
export function stepFrom(changes: readonly Change[], from: number | null, by: 1 | -1): number | null {
  const order = byWeight(changes).flatMap((group) => group.changes.map(({ number }) => number));
  const at = order.findIndex((number) => number === from);
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(Math.max(at + by, 0), order.length - 1);
  return order[next] ?? null;
}
