import type { Change } from '../../editorial/rules/changes.ts';

/** What one person has looked at and checked of one entry. Kept with the account, so that it outlives the page. */
export interface Ticks {
  /** keys of changes: a tick holds while that change stays as it is, whatever else is saved */
  looked: readonly string[];
  /** checks of the policy, in its words; they speak of the whole text */
  checks: readonly string[];
  /** the revision that `checks` speaks of */
  revision: string;
}

/** The name of the setting that keeps them. */
export const ticksKey = (uid: string): string => `review-${uid}`;

/** The setting of whoever turned the shortcuts off. */
export const KEYS_OFF = 'review-keys-off';

const NO_TICKS: Ticks = { looked: [], checks: [], revision: '' };

/** What a stored setting says; nothing where it says nothing that can be read. */
export function toTicks(stored: unknown): Ticks {
  if (typeof stored !== 'object' || stored === null) return NO_TICKS;
  const { looked, checks, revision } = stored as Record<string, unknown>;
  return { looked: texts(looked), checks: texts(checks), revision: typeof revision === 'string' ? revision : '' };
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** The ticks that still say something of this text. */
export function standing(ticks: Ticks, { changes, checklist, revision }: Shown): Ticks {
  const looked = changes.map(({ key }) => key).filter((key) => ticks.looked.includes(key));
  const checks = ticks.revision === revision ? checklist.filter((check) => ticks.checks.includes(check)) : [];
  return { looked, checks, revision };
}

interface Shown {
  changes: readonly Pick<Change, 'key'>[];
  checklist: readonly string[];
  revision: string;
}

export const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
