/** Why policy asks for what it asks, in words for the staff. Pure. */
import type { ChangeKind } from '../../model/release-row.ts';
import type { PolicyReason, SafetyReason } from '../../editorial/rules/policy.ts';
import { CHANGE_KIND_WORDS, counted } from './words.ts';

const SHOWN = 6;

/** What of a part counts: `“2” is gone, “20” is new`; or that every change of it does. */
export function whatCounts({ words }: SafetyReason): string {
  if (words.length === 0) return 'every change of it counts';
  const said = words.slice(0, SHOWN).map(({ word, how }) => HOW[how](word));
  const more = words.length - said.length;
  return more > 0 ? `${said.join(', ')} and ${counted(more, 'more word', 'more words')}` : said.join(', ');
}

const HOW = {
  added: (word: string) => `“${word}” is new`,
  removed: (word: string) => `“${word}” is gone`,
  changed: (word: string) => `“${word}” speaks of something else`,
} as const;

export const safetyReasons = (reasons: readonly PolicyReason[]): SafetyReason[] =>
  reasons.filter((reason) => reason.rule === 'safety');

/** Why nothing lower than `minimum` can be chosen; null when everything can, or nothing is chosen at all. */
export function whyNotLower(minimum: ChangeKind, reasons: readonly PolicyReason[]): string | null {
  if (minimum === 'minor' || minimum === 'new') return null;
  const floor = CHANGE_KIND_WORDS[minimum].label.toLowerCase();
  return reasons.some(({ rule }) => rule === 'sent-by-mail')
    ? `It must be ${floor}: readers may have the old text in their mail, and what changed could harm them if it is wrong.`
    : `It must be ${floor} at least: what changed could harm a reader if it is wrong.`;
}
