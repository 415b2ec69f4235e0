/** Words with what is inside them (1.5, don't, 8–12), each other mark for itself, and blanks. Entities stand whole. */
const TOKENS = /[\p{L}\p{N}\p{M}]+(?:(?:&#x27;|['’.,/–-])[\p{L}\p{N}\p{M}]+)*|&[#\w]+;|\s+|[^\s]/gu;

export interface Token {
  text: string;
  /** offset in the text that was cut */
  at: number;
}

/** A text cut into words and marks, without its blanks. Never cuts a word. */
export const tokensIn = (text: string): Token[] =>
  [...text.matchAll(TOKENS)].flatMap(({ 0: token, index }) =>
    token.trim() === '' ? [] : [{ text: token, at: index }],
  );

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
};
const IS_WORD = /[\p{L}\p{N}]/u;

/** The words of a text to compare, whatever their case and however they are written in HTML. */
export const wordsIn = (text: string): string[] =>
  tokensIn(text.replaceAll(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity))
    .map((token) => token.text.toLowerCase().replaceAll('’', "'"))
    .filter((word) => IS_WORD.test(word));
