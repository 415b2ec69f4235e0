/** Words that say nothing of what makes it worse. */
const EMPTY = new Set(
  (
    'a about above after all an and any as at be by down during especially for from go going in into it its long low ' +
    'mainly mostly of off on or out over own some such that the their then this through to under up use using when ' +
    'while with without you your time type hour hours minute minutes day days first'
  ).split(' '),
);

/** What makes it worse, as readers choose it: the plainest words that an entry has for it. */
export interface Worse {
  /** stands in the address */
  key: string;
  /** the words of an entry */
  label: string;
}

/**
 * What readers may choose from, of the words of several entries. Words that say what another says and more are left
 * out: choosing “stairs” means “climbing stairs” too. What most entries have comes first.
 */
export function worseOptions(phrasesOfEntries: readonly (readonly string[])[]): Worse[] {
  const all = phrasesOfEntries.flat().map((phrase) => ({ phrase, words: contentWords(phrase) }));
  const kept: { phrase: string; words: ReadonlySet<string> }[] = [];
  for (const one of [...all].sort((a, b) => a.words.size - b.words.size || a.phrase.length - b.phrase.length)) {
    if (one.words.size > 0 && !kept.some(({ words }) => isWithin(words, one.words))) kept.push(one);
  }
  const named = ({ words }: { words: ReadonlySet<string> }) =>
    phrasesOfEntries.filter((phrases) => phrases.some((phrase) => isWithin(words, contentWords(phrase)))).length;
  return kept
    .map((one) => ({ key: keyOf(one.words), label: one.phrase, named: named(one) }))
    .sort((a, b) => b.named - a.named || a.label.localeCompare(b.label, 'en'))
    .map(({ key, label }) => ({ key, label }));
}

/** The phrase of an entry that says what was chosen, in the entry's own words; null when none does. */
export const saysWorse = (phrases: readonly string[], key: string): string | null => {
  const chosen = new Set(key.split('-'));
  return phrases.find((phrase) => isWithin(chosen, contentWords(phrase))) ?? null;
};

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));

const keyOf = (words: ReadonlySet<string>): string => [...words].sort().join('-');

/** What a phrase is about: its words without the empty ones, endings and brackets. */
function contentWords(phrase: string): Set<string> {
  const plain = phrase
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFKD')
    .toLowerCase();
  return new Set((plain.match(/[a-z0-9]+/g) ?? []).filter((word) => !EMPTY.has(word)).map(withoutEnding));
}

const withoutEnding = (word: string): string =>
  word.length > 5 && word.endsWith('ing')
    ? word.slice(0, -3).replace(/([^aeiouls])\1$/, '$1')
    : word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)
      ? word.slice(0, -1)
      : word;
