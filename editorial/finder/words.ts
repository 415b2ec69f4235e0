/** Words by which one document is found, and letters of one. What is longer is found by its beginning. */
const MOST_WORDS = 40;
const MOST_LETTERS = 40;
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** The words of a text as the finder knows them: lower case, without accents, each once; permanent ids whole. */
export function finderWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+|['’]/gu, '')
    .toLowerCase();
  const ids = plain.match(UUID) ?? [];
  const words = plain.replace(UUID, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set([...ids, ...words.map(shortened)])];
}

/** Never half of a character that takes two places. */
const shortened = (word: string): string => word.slice(0, MOST_LETTERS).replace(/[\uD800-\uDBFF]$/, '');

/** Those of several texts, the first texts first, as many as are kept. */
export const wordsToKeep = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap(finderWords))].slice(0, MOST_WORDS);

/** The word to look up first: the longest leaves the fewest to look at. */
export const rarest = (words: readonly string[]): string | null =>
  words.reduce<string | null>((best, word) => (best !== null && best.length >= word.length ? best : word), null);

/** Whether each word asked for begins one of the words of a document. */
export const matches = (asked: readonly string[], words: string): boolean =>
  asked.every((word) => ` ${words}`.includes(` ${word}`));

/** How near a title is to what was asked: 0 begins with it, 1 has each word, 2 was found by something else. */
export function distance(asked: readonly string[], title: string): 0 | 1 | 2 {
  const words = finderWords(title).join(' ');
  if (words.startsWith(asked.join(' '))) return 0;
  return matches(asked, words) ? 1 : 2;
}
