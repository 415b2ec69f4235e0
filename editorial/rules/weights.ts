import canonicalize from 'canonicalize';
import type { EntryContent } from '../../model/entries/entries.ts';
import { safetyParts, type SafetyPart } from '../../model/entries/safety-parts.ts';
import type { SafetyChange } from './safety-changes.ts';
import type { Weight } from './weight.ts';
import { isWordOf } from './words/same-passages.ts';
import { sameButForSpelling } from './words/spelling.ts';
import { tokensOf } from './words/tokens.ts';

/**
 * Answers how much the change of one part weighs, by its place. Pure. What nobody can judge is `meaning`: no rule here
 * knows that another word says the same.
 */
export function weigher(
  before: EntryContent | null,
  after: EntryContent,
  safety: readonly SafetyChange[],
): (place: string) => Weight {
  const changed = changedParts(before, after);
  return (place) => {
    const isBelow = ({ field }: { field: string }) => field === place || field.startsWith(`${place}.`);
    if (safety.some(isBelow)) return 'safety';
    const own = changed.filter(isBelow);
    if (own.length === 0) return 'wording';
    return own.every(({ was, is }) => isRoutine(was, is) || sameWords(was?.text ?? '', is?.text ?? ''))
      ? 'wording'
      : 'meaning';
  };
}

interface ChangedPart {
  field: string;
  was: SafetyPart | undefined;
  is: SafetyPart | undefined;
}

function changedParts(before: EntryContent | null, after: EntryContent): ChangedPart[] {
  const [was, is] = [before, after].map(
    (content) => new Map((content ? safetyParts(content) : []).map((part) => [part.field, part])),
  );
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
    .map((field) => ({ field, was: was?.get(field), is: is?.get(field) }))
    .filter((part) => canonicalize(part.was?.value) !== canonicalize(part.is?.value));
}

const isRoutine = (...parts: (SafetyPart | undefined)[]): boolean =>
  parts.every((part) => part === undefined || part.class === 'never');

/** Beyond it nobody counts words twice; such a text weighs as one that says something else. */
const MAX_LENGTH = 100_000;

const sameWords = (old: string, now: string): boolean =>
  old === now ||
  (old.length + now.length <= MAX_LENGTH &&
    sameButForSpelling(tokensOf(old).filter(isWordOf), tokensOf(now).filter(isWordOf)));
