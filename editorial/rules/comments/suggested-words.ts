import type { CommentLine, Quote } from '../../../model/comment.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { Acting } from '../../../model/person.ts';
import { findAll } from './find-all.ts';
import { passagesOf, type Passage } from './passages.ts';
import { threadsOf } from './threads.ts';

/**
 * Whose suggested words stand in a text, typed off as well as put there by the button: they wrote them. Of a thread
 * that is open, or was begun since then (`since`, RFC 3339: the last release). Words that stand there as part of those
 * that they should replace are no sign, nor are those that stood elsewhere in the place when they were suggested.
 */
export function suggestersIn(content: EntryContent, lines: readonly CommentLine[], since: string): Acting[] {
  const suggestions = threadsOf(lines).flatMap(({ isOpen, opened }) =>
    opened.replacement && (isOpen || opened.at > since) ? [opened] : [],
  );
  if (suggestions.length === 0) return [];
  const passages = passagesOf(content);
  return suggestions.flatMap(({ quote, replacement, actor, person }) =>
    quote && replacement && isTaken(passages, quote, replacement) ? [{ actor, person }] : [],
  );
}

/** Once more than before, or between the old neighbours: the others may have been taken away in the same save. */
function isTaken(passages: readonly Passage[], quote: Quote, words: string): boolean {
  if (timesIn(passages, quote, words) > (quote.stood ?? 0)) return true;
  const { prefix, suffix } = quote;
  if (prefix + suffix === '') return false;
  return passages.some(({ place, text }) => {
    if (place !== quote.place) return false;
    const alone = standAt(text, quote, words);
    return findAll(text, prefix + words + suffix, Infinity).some((at) => alone.has(at + prefix.length));
  });
}

/** How often words stand in the place of a quote, but not as part of the quoted ones. */
export function timesIn(passages: readonly Passage[], quote: Quote, words: string): number {
  const own = passages.filter(({ place }) => place === quote.place);
  return own.reduce((sum, { text }) => sum + standAt(text, quote, words).size, 0);
}

function standAt(text: string, { exact }: Quote, words: string): Set<number> {
  const quoted = findAll(text, exact, Infinity);
  let next = 0;
  let last = -Infinity;
  const alone = findAll(text, words, Infinity).filter((at) => {
    for (let one = quoted[next]; one !== undefined && one <= at; one = quoted[next]) {
      last = one;
      next += 1;
    }
    return at + words.length > last + exact.length;
  });
  return new Set(alone);
}
