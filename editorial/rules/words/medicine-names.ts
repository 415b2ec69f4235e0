import { KIND_OF_WORD, ORDINARY_IN_NAMES } from './english.ts';
import { tokensOf } from './tokens.ts';

/**
 * The words, in small letters, that name the medicines with these names, as `tokensOf` takes them. What a name says
 * beside the medicine (what it is for, in which form) is left out where it is listed as ordinary; a name of
 * nothing else counts whole. Plural and singular both.
 */
export const medicineWords = (names: Iterable<string>): ReadonlySet<string> => new Set([...names].flatMap(wordsOf));

/** The same names come with every verb, and taking one apart costs 50 µs. */
const known = new Map<string, readonly string[]>();
const MAX_KNOWN = 20_000;

function wordsOf(name: string): readonly string[] {
  const before = known.get(name);
  if (before) return before;
  const words = ownWords(tokensOf(name).map(({ key }) => key)).flatMap(inBothNumbers);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, words);
  return words;
}

function ownWords(keys: string[]): string[] {
  const words = keys.filter((key) => key.length > 1 && /^\p{L}/u.test(key));
  const own = words.filter((word) => !ORDINARY_IN_NAMES.has(word));
  // Known words are told apart without a name's help; “now” in a name must not make a medicine of every “now”.
  return (own.length > 0 ? own : words).filter((word) => !KIND_OF_WORD.has(word));
}

const inBothNumbers = (word: string): string[] => [
  word,
  word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : `${word}s`,
];
