import { fleschKincaid } from 'flesch-kincaid';
import { LRUCache } from 'lru-cache';
import { syllable } from 'syllable';
import { sentencesOf, wordsOf } from './sentences.ts';

/** Fewer words than these say nothing: the formula was made for passages. */
const LEAST_WORDS = 30;

/**
 * Flesch–Kincaid grade level of English running text (Kincaid et al., 1975): the US school grade
 * that a reader needs, e.g. 8.2. A sentence ends with a full stop, a question or exclamation mark, or its line;
 * colons and semicolons end none. Returns null for fewer words than the formula can judge.
 */
export function readingGrade(text: string, leastWords = LEAST_WORDS): number | null {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  if (words.length < leastWords) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
  return Math.round(grade * 10) / 10;
}

/** The same words come in every text, and counting one takes 20 µs. */
const counted = new LRUCache<string, number>({ max: 20_000 });

function syllablesOf(word: string): number {
  const before = counted.get(word);
  if (before !== undefined) return before;
  const count = Math.max(1, syllable(word));
  counted.set(word, count);
  return count;
}
