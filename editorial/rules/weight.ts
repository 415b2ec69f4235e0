/**
 * How much a change can do. `safety`: the policy counts it (`safetyChanges`). `meaning`: readers are told something
 * else. `wording`: they are told the same with other marks, another order of what has none, or slips put right; or what
 * changed is routine by the entry's description. Heaviest first.
 */
export const WEIGHTS = ['safety', 'meaning', 'wording'] as const;
export type Weight = (typeof WEIGHTS)[number];
