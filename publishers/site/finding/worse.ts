import { LRUCache } from 'lru-cache';

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
  const byWord = plainest(phrasesOfEntries.flat());
  for (const phrases of phrasesOfEntries) {
    const named = new Set(phrases.flatMap((phrase) => withinOf(contentWords(phrase), byWord)));
    for (const one of named) one.named += 1;
  }
  return [...byWord.values()]
    .flat()
    .sort((a, b) => b.named - a.named || inEnglish.compare(a.phrase, b.phrase))
    .map(({ words, phrase }) => ({ key: keyOf(words), label: phrase }));
}

interface Kept {
  phrase: string;
  words: ReadonlySet<string>;
  /** entries that say it */
  named: number;
}

/** By the first of its words: what is within other words has that one among them. */
type ByWord = Map<string, Kept[]>;

/** Phrases of which none says what another says and more. */
function plainest(phrases: readonly string[]): ByWord {
  const all = [...new Set(phrases)].map((phrase) => ({ phrase, words: contentWords(phrase), named: 0 }));
  const byWord: ByWord = new Map();
  for (const one of all.sort((a, b) => a.words.size - b.words.size || a.phrase.length - b.phrase.length)) {
    if (one.words.size === 0 || withinOf(one.words, byWord).length > 0) continue;
    const word = first(one.words);
    byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  return byWord;
}

const withinOf = (words: ReadonlySet<string>, byWord: ByWord): Kept[] =>
  [...words].flatMap((word) => (byWord.get(word) ?? []).filter((one) => isWithin(one.words, words)));

const first = (words: ReadonlySet<string>): string => words.values().next().value ?? '';

const inEnglish = new Intl.Collator('en');

/** The phrase of an entry that says what was chosen, in the entry's own words; null when none does. */
export const saysWorse = (phrases: readonly string[], key: string): string | null => {
  const chosen = new Set(key.split('-'));
  return phrases.find((phrase) => isWithin(chosen, contentWords(phrase))) ?? null;
};

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((word) => all.has(word));

const keyOf = (words: ReadonlySet<string>): string => [...words].sort().join('-');

/** Phrases whose words are kept: each is asked for with every answer. */
const MOST_PHRASES = 20_000;
const wordsOfPhrases = new LRUCache<string, ReadonlySet<string>>({ max: MOST_PHRASES });

/** What a phrase is about: its words without the empty ones, endings and brackets. */
function contentWords(phrase: string): ReadonlySet<string> {
  const known = wordsOfPhrases.get(phrase);
  if (known) return known;
  const words = wordsIn(phrase);
  wordsOfPhrases.set(phrase, words);
  return words;
}

function wordsIn(phrase: string): Set<string> {
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
