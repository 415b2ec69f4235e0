import type { ChangeKind } from './release-row.ts';

const WEIGHT: Record<ChangeKind, number> = { minor: 0, new: 1, major: 1, safety: 2 };

/** True when a change of this kind is called smaller than the floor. */
export const isTooLow = (kind: ChangeKind, floor: ChangeKind): boolean => WEIGHT[kind] < WEIGHT[floor];
