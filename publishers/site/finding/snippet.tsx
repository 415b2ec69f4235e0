import type { ReactNode } from 'react';
import { plain, wordsOf } from './search-words.ts';

/** A piece of an entry's own text, cut at words. */
export interface Snippet {
  text: string;
  /** the text goes on before or after */
  before: boolean;
  after: boolean;
}

const LENGTH = 200;

/** The passage of these texts that has most of the terms; the beginning of the first where none has any. */
export function snippetOf(texts: readonly string[], terms: ReadonlySet<string>): Snippet {
  let best = { points: 0, text: texts[0] ?? '', from: 0 };
  for (const text of texts) {
    if (!mayHave(text, terms)) continue;
    const hits = wordsOf(text).filter(({ term }) => terms.has(term));
    for (const { from } of hits) {
      const within = hits.filter((hit) => hit.from >= from && hit.to <= from + LENGTH);
      const points = new Set(within.map(({ term }) => term)).size;
      if (points > best.points) best = { points, text, from };
    }
  }
  return cutOut(best.text, best.from);
}

/** Most texts have none of the terms: looking where its words stand would be in vain. Each word begins with its term. */
function mayHave(text: string, terms: ReadonlySet<string>): boolean {
  const all = plain(text);
  return [...terms].some((term) => all.includes(term));
}

/** The first word of these texts that has a term, as it is written; null when none has. */
export function firstWritten(texts: readonly string[], term: string): string | null {
  for (const text of texts) {
    if (!mayHave(text, new Set([term]))) continue;
    const word = wordsOf(text).find((one) => one.term === term);
    if (word) return text.slice(word.from, word.to);
  }
  return null;
}

function cutOut(text: string, at: number): Snippet {
  if (text.length <= LENGTH) return { text: inOneLine(text), before: false, after: false };
  const start = beginOf(text, Math.max(0, Math.min(at - 60, text.length - LENGTH)));
  const end = endOf(text, start + LENGTH);
  return { text: inOneLine(text.slice(start, end)), before: start > 0, after: end < text.length };
}

/** The begin of the sentence or line just before, else of a word. */
function beginOf(text: string, from: number): number {
  if (from === 0) return 0;
  const sentence = /[.!?\n]\s*(?=[^.!?\n]*$)/.exec(text.slice(0, from + 1));
  if (sentence && from - sentence.index < 60) return sentence.index + sentence[0].length;
  const space = text.indexOf(' ', from);
  return space === -1 ? from : space + 1;
}

function endOf(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space <= 0 ? to : space;
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A text with the words marked whose terms were found: whole words, never parts of one. */
export function Marked({ text, terms }: { text: string; terms: ReadonlySet<string> }): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { term, from, to } of wordsOf(text)) {
    if (!terms.has(term)) continue;
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return [...parts, text.slice(end)];
}
