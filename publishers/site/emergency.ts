import type { CauseContent } from '../../model/entries/cause.ts';
import type { Sign } from './references.ts';

/**
 * Whether the page of a cause is about an emergency (ADR 0092): it begins suddenly, or nobody said how, and one of its
 * own signs is an emergency. Then the reader may be in the middle of it. What begins slowly has such signs too, as what
 * it can become: its page says first what it is.
 */
export const isEmergencyCause = ({ onset }: Pick<CauseContent, 'onset'>, signs: readonly Sign[]): boolean =>
  (onset === null || onset === 'sudden') && signs.some(({ entry }) => entry.urgency === 'emergency-now');
