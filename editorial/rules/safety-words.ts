import { diffArrays } from 'diff';
import type { SafetyKind } from './words/english.ts';
import { opposites } from './words/opposites.ts';
import { passagesOf, type Passage } from './words/passages.ts';
import { isWordOf, withoutSame } from './words/same-passages.ts';
import type { Token } from './words/tokens.ts';

/** A word that can hurt when it is wrong, and what happened to it. */
export interface SafetyWord {
  kind: SafetyKind;
  /** as it was written */
  word: string;
  /** `changed`: the word stands where it stood, and what it speaks of is another thing now */
  how: 'added' | 'removed' | 'changed';
}

/**
 * The words of number, unit, dose, frequency, negation, medicine and urgency whose meaning differs between two
 * texts; empty when a reader is told the same. A sentence that only moved, punctuation, casing, spelling, and
 * another way to write the same number or contraction are no difference. In doubt there is one: a sentence in
 * which such a word rules counts as soon as any other word of it changes (ADR 0023).
 * `medicines`: words known to the installation beside the listed ones (`medicineWords`).
 */
export function safetyWordsBetween(
  before: string,
  after: string,
  medicines: ReadonlySet<string> = new Set(),
): SafetyWord[] {
  if (before === after) return [];
  if (before.length + after.length > MAX_LENGTH) return [TOO_LONG];
  const { old, now } = withoutSame(passagesOf(before, medicines), passagesOf(after, medicines));
  const { removed, added } = wordsBetween(old, now);
  const gone = removed.filter(isSafety).map((token) => said(token, 'removed'));
  const come = added.filter(isSafety).map((token) => said(token, 'added'));
  const touched = new Set([...removed, ...added].filter(isSafety));
  const ruled = [...old, ...now]
    .filter(({ tokens }) => !tokens.some((token) => touched.has(token)))
    .flatMap((passage) => rulersOf(passage).map((token) => said(token, 'changed')));
  return unique([...gone, ...come, ...ruled, ...turnedRound(removed, added)]);
}

/** Characters of both texts; no part of a page is a tenth of it. Longer ones would hold up whoever asks, a withdrawal too. */
const MAX_LENGTH = 100_000;
const TOO_LONG: SafetyWord = { kind: 'unread', word: 'a text too long to compare', how: 'changed' };

const isSafety = ({ kind }: Token): boolean => kind !== null;
const said = ({ kind, shown }: Token, how: SafetyWord['how']): SafetyWord => ({
  kind: kind ?? 'negation',
  word: shown,
  how,
});

/** Beyond this many differing words two texts are two texts, and every word of both counts. */
const MAX_EDITS = 400;

function wordsBetween(old: readonly Passage[], now: readonly Passage[]): { removed: Token[]; added: Token[] } {
  const before = old.flatMap(({ tokens }) => tokens).filter(isWordOf);
  const after = now.flatMap(({ tokens }) => tokens).filter(isWordOf);
  const comparator = (a: Token, b: Token) => a.key === b.key;
  const parts = diffArrays(before, after, { comparator, maxEditLength: MAX_EDITS });
  if (!parts) return { removed: before, added: after };
  return {
    removed: parts.filter((part) => part.removed).flatMap(({ value }) => value),
    added: parts.filter((part) => part.added).flatMap(({ value }) => value),
  };
}

/** The words that decide what the others of a passage mean, in it or above it. */
const rulersOf = ({ tokens, lead, heading }: Passage): Token[] =>
  [tokens, lead, heading].map((part) => part.filter(({ rules }) => rules)).find((part) => part.length > 0) ?? [];

function turnedRound(removed: readonly Token[], added: readonly Token[]): SafetyWord[] {
  const keys = (tokens: readonly Token[]) => new Set(tokens.map(({ key }) => key));
  const turned = (tokens: readonly Token[], others: ReadonlySet<string>, how: SafetyWord['how']) =>
    opposites(
      tokens.filter(({ kind }) => kind === null).map(({ key }) => key),
      others,
    ).map((word): SafetyWord => ({ kind: 'negation', word, how }));
  return [...turned(removed, keys(added), 'removed'), ...turned(added, keys(removed), 'added')];
}

const unique = (words: readonly SafetyWord[]): SafetyWord[] => [
  ...new Map(words.map((word) => [`${word.kind} ${word.how} ${word.word.toLowerCase()}`, word])).values(),
];
