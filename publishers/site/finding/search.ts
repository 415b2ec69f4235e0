import type { Query, SearchResult } from 'minisearch';
import { URGENCIES } from '../../../model/entries/red-flag.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { NAMES, SIGN_FIELDS, type SearchIndex } from './search-index.ts';
import type { Terms } from './search-query.ts';
import { termsOf } from './search-words.ts';
import { titleTermsOf } from './title-terms.ts';

/** A live entry that words were found in. */
export interface Found {
  entry: LibraryEntry;
  /** terms of the entry that the words found, the same or like them */
  terms: readonly string[];
}

export interface FoundAll {
  /** best first */
  found: Found[];
  /** how many entries have all of the words; the others, after them, have at least half */
  complete: number;
  /** terms that were looked for because what was asked stands nowhere; terms are not for readers */
  instead: string[];
  /** live warning signs whose sign has the words, most urgent first */
  signs: LibraryEntry[];
}

const NOTHING: FoundAll = { found: [], complete: 0, instead: [], signs: [] };
/** With fewer entries that have all of the words, those with some of them are shown too. */
const FEW = 5;
const MOST_SIGNS = 3;
/** A term that more entries have is looked for in their names alone, and not at all beside a rarer one. */
const COMMON = 800;
/** Of a long question those that fewest entries have. */
const MOST_LOOKED_FOR = 4;
/** A term that fewer entries have may be the beginning of other words. */
const RARE = 50;

/** Looks for words in what is live in this library. */
export function findIn(index: SearchIndex, library: Library, asked: Terms): FoundAll {
  const { terms, codes } = asked;
  if (terms.length + codes.length === 0) return NOTHING;
  const isUpTo = index.isUpTo(library);
  // What is up to the library has forgotten what is not live.
  const wanted = isUpTo ? undefined : (uid: string) => library.live(uid) !== null;
  const tellingTerms = telling(terms, index);
  const queriesOf = (fields?: string[]) => [
    ...tellingTerms.map((term) => aTerm(term, index, fields)),
    ...ofCodes(asked, index),
  ];
  const first = withWords(queriesOf(), index, wanted);
  // Common words, and words like one that nothing has, are looked for in names, because nearly every text has some of
  // them; in the texts only when no name has them.
  const { all, results } = first.results.length > 0 ? first : withWords(queriesOf(EVERYWHERE), index, wanted);
  const unread = isUpTo ? [] : unreadWith([...terms, ...asked.codeWords], index, library);
  return {
    found: [...results.flatMap((result) => foundBy(result, library)), ...unread],
    complete: all.length + unread.length,
    instead: insteadOf(tellingTerms, results),
    signs: signsFor(index, library, asked),
  };
}

/** What has all of these, and after them, where those are few, what has at least half. */
function withWords(
  queries: Query[],
  index: SearchIndex,
  wanted?: (uid: string) => boolean,
): { all: SearchResult[]; results: SearchResult[] } {
  const all = index.search({ combineWith: 'AND', queries }, wanted);
  if (all.length >= FEW || queries.length < 2) return { all, results: all };
  const known = new Set(all.map(({ id }): unknown => id));
  const some = index
    .search({ combineWith: 'OR', queries }, wanted)
    .filter(({ id, queryTerms }) => !known.has(id) && 2 * new Set(queryTerms).size >= queries.length);
  return { all, results: [...all, ...some] };
}

/** The terms that tell most, rarest first. */
function telling(terms: readonly string[], index: SearchIndex): string[] {
  const byRarity = [...terms].sort((a, b) => index.having(a) - index.having(b));
  const rare = byRarity.filter((term) => index.having(term) <= COMMON);
  return (rare.length > 0 ? rare : byRarity).slice(0, MOST_LOOKED_FOR);
}

/** One term: as it stands, as the beginning of a word, and like words where nothing has it. */
function aTerm(term: string, index: SearchIndex, fields?: string[]): Query {
  const having = index.having(term);
  const prefix = having < RARE && term.length > 2;
  if (having > 0) return { queries: [term], prefix, fields: fields ?? (having > COMMON ? NAMES : EVERYWHERE) };
  const fuzzy = term.length > 7 ? 2 : term.length > 3 ? 1 : false;
  return {
    combineWith: 'OR',
    queries: [
      { queries: [term], prefix, fields: fields ?? EVERYWHERE },
      { queries: [term], fuzzy, fields: fields ?? NAMES },
    ],
  };
}

const EVERYWHERE = [...NAMES, 'summary', 'text'];

/** One of the codes, as a code or as a word. A code that nothing has means its broader one. */
function ofCodes({ codes, codeWords }: Terms, index: SearchIndex): Query[] {
  if (codes.length === 0) return [];
  const broadest = codes.map((code) => (index.having(code) === 0 ? code.slice(0, 3) : code));
  const asCodes: Query = { combineWith: 'OR', fields: ['codes'], prefix: true, queries: broadest };
  return [{ combineWith: 'OR', queries: [asCodes, ...codeWords.map((word) => asWord(word))] }];
}

/** Figures are never like others. */
const asWord = (word: string, fields: string[] = EVERYWHERE): Query => ({ queries: [word], fields });

function foundBy({ id, match }: SearchResult, library: Library): Found[] {
  const entry = typeof id === 'string' ? library.live(id) : null;
  return entry ? [{ entry, terms: Object.keys(match) }] : [];
}

/** While the index is being built: what it does not know yet, by title, newest first. Sorting all of them would take long. */
function unreadWith(terms: readonly string[], index: SearchIndex, library: Library): Found[] {
  const found: Found[] = [];
  for (const { uid } of terms.length === 0 ? [] : library.newestFirst()) {
    const entry = index.has(uid) ? null : library.live(uid);
    if (!entry) continue;
    const own = titleTermsOf(entry);
    if (!terms.every((term) => own.some((one) => one.startsWith(term)))) continue;
    found.push({ entry, terms: own.filter((one) => terms.some((term) => one.startsWith(term))) });
  }
  return found;
}

/** What was found in place of terms that nothing has, not even at the beginning of a word; at most three. */
function insteadOf(terms: readonly string[], results: readonly SearchResult[]): string[] {
  const found = new Set(results.slice(0, 20).flatMap(({ match }) => Object.keys(match)));
  const missing = terms.filter((term) => ![...found].some((one) => one.startsWith(term)));
  if (missing.length === 0) return [];
  return [...found].filter((one) => !terms.some((term) => one.startsWith(term))).slice(0, 3);
}

/** A live warning sign, and which of the words it has. */
interface SignWith {
  entry: LibraryEntry;
  has: readonly string[];
}

/**
 * Signs that have all of the words, or one that few signs have: “pain” alone stands in many, and a warning beside every
 * search is one that nobody reads. What may be a code counts as a word, but is not asked of a sign that has the others.
 */
function signsFor(index: SearchIndex, library: Library, { terms, codeWords }: Terms): LibraryEntry[] {
  const words = [...terms, ...codeWords];
  if (words.length === 0) return [];
  const signs = eachOnce([...knownSigns(index, library, { terms, codeWords }), ...unreadSigns(index, library, words)]);
  const rare = new Set(words.filter((word) => signs.filter(({ has }) => has.includes(word)).length <= MOST_SIGNS));
  return signs
    .filter(({ has }) => terms.every((term) => has.includes(term)) || has.some((word) => rare.has(word)))
    .sort((a, b) => b.has.length - a.has.length || speed(a.entry) - speed(b.entry))
    .slice(0, MOST_SIGNS)
    .map(({ entry }) => entry)
    .sort((a, b) => speed(a) - speed(b));
}

/** A sign by all the words that it was found by, whatever found it. */
const eachOnce = (signs: readonly SignWith[]): SignWith[] =>
  [...new Set(signs.map(({ entry }) => entry))].map((entry) => ({
    entry,
    has: [...new Set(signs.flatMap((sign) => (sign.entry === entry ? sign.has : [])))],
  }));

/** Signs by what the index knows of them, be it old: a warning too many does less harm. */
function knownSigns(index: SearchIndex, library: Library, { terms, codeWords }: Omit<Terms, 'codes'>): SignWith[] {
  const queries = [
    ...terms.map((term) => aTerm(term, index, SIGN_FIELDS)),
    ...codeWords.map((word) => asWord(word, SIGN_FIELDS)),
  ];
  return index
    .searchSigns({ combineWith: 'OR', queries }, (uid) => library.live(uid)?.type === 'red-flag')
    .flatMap((result) => foundBy(result, library).map(({ entry }) => ({ entry, has: result.queryTerms })));
}

/**
 * Signs that the index does not know as they are now, by title and summary: a warning must not wait until all pages are
 * read, nor until a row is repaired.
 */
const unreadSigns = (index: SearchIndex, library: Library, words: readonly string[]): SignWith[] =>
  library
    .list('red-flag')
    .filter((entry) => !index.isCurrent(entry))
    .map((entry) => {
      const own = termsOf(`${entry.title} ${entry.summary}`);
      return { entry, has: words.filter((word) => own.some((one) => one.startsWith(word))) };
    })
    .filter(({ has }) => has.length > 0);

const speed = ({ urgency }: LibraryEntry): number => (urgency === null ? URGENCIES.length : URGENCIES.indexOf(urgency));
