import canonicalize from 'canonicalize';
import type { EntryContent } from '../../model/entries/entries.ts';
import { safetyParts, type SafetyPart } from '../../model/entries/safety-parts.ts';
import { byContent } from './by-content.ts';
import { medicineWords } from './words/medicine-names.ts';
import { safetyWordsBetween, type SafetyWord } from './safety-words.ts';

/** One part of an entry whose change can hurt when it is wrong. */
export interface SafetyChange {
  /** path of the part, e.g. `sections.safety.body` */
  field: string;
  /** for people */
  label: string;
  /** the words that make it one; none where every change of the part counts */
  words: SafetyWord[];
}

/**
 * What of a draft can hurt when it is wrong, compared with what readers have (null: nothing, so all of it is new).
 * Pure. `medicines`: names of medicines beside those that the rules know. Which part counts, and whether always or by its words, is told by the entry's description (ADR 0023).
 */
export const safetyChanges = (
  next: EntryContent,
  live: EntryContent | null,
  medicines: readonly string[] = [],
): readonly SafetyChange[] => changesWith(next, live, [...new Set(medicines)].sort());

const changesWith = byContent(function changesWith(
  next: EntryContent,
  live: EntryContent | null,
  medicines: readonly string[],
): SafetyChange[] {
  const names = medicineWords(medicines);
  const was = byField(live ? safetyParts(live) : []);
  const is = byField(safetyParts(next));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((field) => {
    const [before, after] = [was.get(field), is.get(field)];
    const part = after ?? before;
    if (!part || canonicalize(before?.value) === canonicalize(after?.value)) return [];
    const named = { field, label: part.label };
    switch (stricter(before, after)) {
      case 'never':
        return [];
      case 'always':
        return [{ ...named, words: [] }];
      case 'by-words': {
        const words = safetyWordsBetween(before?.text ?? '', after?.text ?? '', names);
        return words.length > 0 ? [{ ...named, words }] : [];
      }
    }
  });
});

const byField = (parts: readonly SafetyPart[]): Map<string, SafetyPart> =>
  new Map(parts.map((part) => [part.field, part]));

/** Two contents may describe a part differently, as when an entry has changed its type. */
function stricter(before: SafetyPart | undefined, after: SafetyPart | undefined): SafetyPart['class'] {
  const classes = [before?.class, after?.class];
  if (classes.includes('always')) return 'always';
  return classes.includes('by-words') ? 'by-words' : 'never';
}
