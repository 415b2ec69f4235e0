import type { CommentLine } from '../../../model/comment.ts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { Acting } from '../../../model/person.ts';
import { findAll } from './find-all.ts';
import { passagesOf, type Passage } from './passages.ts';
import { threadsOf } from './threads.ts';

/**
 * Whose suggested words stand in a text, typed off as well as put there by the button: they wrote them. Of a thread
 * that is open, or was begun since then (`since`, RFC 3339: the last release). Words that stand there as part of those
 * that they should replace are no sign.
 */
export function suggestersIn(content: EntryContent, lines: readonly CommentLine[], since: string): Acting[] {
  const suggestions = threadsOf(lines).flatMap(({ isOpen, opened }) =>
    opened.replacement && (isOpen || opened.at > since) ? [opened] : [],
  );
  if (suggestions.length === 0) return [];
  const passages = passagesOf(content);
  return suggestions.flatMap(({ quote, replacement, actor, person }) => {
    const own = passages.filter(({ place }) => place === quote?.place);
    const isTaken = own.some((passage) => stands(passage, replacement ?? '', quote?.exact ?? ''));
    return isTaken ? [{ actor, person }] : [];
  });
}

function stands({ text }: Passage, words: string, replaced: string): boolean {
  const all = findAll(text, words, Infinity).length;
  return all > 0 && (!replaced.includes(words) || all > findAll(text, replaced, Infinity).length);
}
