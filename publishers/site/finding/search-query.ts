import { ENTRY_TYPES, COLLECTION_OF, type EntryType } from '../../../model/entries/types.ts';
import { codeOf, termsOf } from './search-words.ts';

/** Characters of a query that are read. */
const MOST_CHARACTERS = 200;
const MOST_TERMS = 12;
/** Pages of results that can be asked for. */
const MOST_PAGES = 100;

export interface SearchAsked {
  /** the words as they may be shown: no controls, nothing that steers the text around them, at most 200 characters */
  words: string;
  type: EntryType | null;
  /** from 1 */
  page: number;
}

export interface Terms {
  terms: string[];
  /** ICD-10 codes without their point */
  codes: string[];
  /** what of the codes may be a word too: those that were written without a point */
  codeWords: string[];
}

/** What is asked for. What is no type or no page is as good as not said. */
export function searchIn(search: URLSearchParams): SearchAsked {
  const type = ENTRY_TYPES.find((known) => COLLECTION_OF[known] === search.get('type')) ?? null;
  const page = Number(/^[1-9]\d{0,3}$/.exec(search.get('page') ?? '')?.[0] ?? 1);
  return { words: cleaned(search.get('q') ?? ''), type, page: Math.min(page, MOST_PAGES) };
}

/** Controls, halves of surrogate pairs, private use, and marks that show nothing or turn the direction of a text. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0F\uFFA0]+/gu;

function cleaned(text: string): string {
  // Cut first: what is cut away costs nothing. An accent of its own may follow each letter.
  const seen = text
    .slice(0, 4 * MOST_CHARACTERS)
    .replace(UNSEEN, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(seen).slice(0, MOST_CHARACTERS).join('').trim();
}

/** What to look for. A code is looked for as a code or as a word: `B12` is a code and a vitamin. */
export function termsIn(words: string): Terms {
  const parts = words.split(/[\s,;]+/);
  const asked = [...new Set(parts.map(codeOf).filter((code) => code !== null))].slice(0, 4);
  const written = new Set(parts.flatMap(termsOf));
  const rest = parts.filter((part) => codeOf(part) === null).join(' ');
  const terms = [...new Set(termsOf(rest))].slice(0, MOST_TERMS);
  return { terms, codes: asked, codeWords: asked.filter((code) => written.has(code)) };
}

/** The address of a search. */
export function searchPath({ words, type, page }: SearchAsked): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  if (type !== null) query.set('type', COLLECTION_OF[type]);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/search' : `/search?${query.toString()}`;
}
