import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Flesch–Kincaid grade level of English running text (Kincaid et al., 1975): the US school grade
 * that a reader needs, e.g. 8.2. List items and lines count as sentences of their own.
 * Returns null for fewer than 30 words, where the formula says nothing.
 */
export function readingGrade(text: string): number | null {
  const sentences = text
    .split(/[.!?:;]+(?=\s|$)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)));
  if (words.length < 30) return null;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
  return Math.round(grade * 10) / 10;
}
