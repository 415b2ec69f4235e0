import type { ReactNode } from 'react';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { EntryType } from '../../../model/entries/types.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { pathOf } from '../../addresses.ts';
import { SearchField } from '../../html/frame.tsx';
import { listLabel, typeLabel } from '../../wording/labels.ts';
import { CallRow, SignLists } from '../parts/care-cards.tsx';
import { Letters, type LetterLink } from './letters.tsx';
import { searchPath, type SearchAsked } from './search-query.ts';
import { Marked, type Snippet } from './snippet.tsx';

type Numbers = readonly EmergencyNumber[];

export interface Result {
  entry: LibraryEntry;
  snippet: Snippet;
  terms: ReadonlySet<string>;
}

export interface ResultPage {
  asked: SearchAsked;
  results: Result[];
  /** of the type that was chosen */
  total: number;
  pages: number;
  /** of all types */
  counts: { type: EntryType; count: number }[];
  /** how many of all have every word */
  complete: number;
  instead: string[];
  signs: LibraryEntry[];
  /** not all texts are looked through yet */
  building: boolean;
}

export const searchTitle = ({ words }: SearchAsked): string => (words === '' ? 'Search' : `Search: ${words}`);

/** The form, what must not wait, what was found, and the way on through the alphabet. */
export function Search(props: { page: ResultPage; letters: readonly LetterLink[]; emergency: Numbers }): ReactNode {
  const { page, letters, emergency } = props;
  const { asked, signs, total } = page;
  return (
    <>
      <div className="head">
        <h1>Search</h1>
        <SearchField className="big" label="Words to search for" words="Search" value={asked.words} />
      </div>
      {signs.length > 0 && (
        <section className="help wide" aria-labelledby="signs">
          <h2 id="signs" className="h3">
            Is it one of these?{signs.some(({ urgency }) => urgency === 'emergency-now') && ' Then do not read on'}
          </h2>
          <SignLists flags={signs} emergency={emergency} wide />
        </section>
      )}
      {asked.words !== '' && (total > 0 ? <Results page={page} /> : <NothingFound page={page} emergency={emergency} />)}
      <section aria-labelledby="az">
        <h2 id="az">A to Z</h2>
        <Letters letters={letters} />
      </section>
    </>
  );
}

function Results({ page }: { page: ResultPage }): ReactNode {
  const { asked, results, total } = page;
  return (
    <section className="measure" aria-labelledby="r">
      <h2 id="r" className="vh">
        Results
      </h2>
      <Kinds page={page} />
      <p className="s">
        {total.toLocaleString('en')} {total === 1 ? 'page' : 'pages'} for “{asked.words}”.
        {page.complete === 0 && ' No page has all of these words; these have some of them.'}
        <Instead words={page.instead} />
        <Building building={page.building} />
      </p>
      <ol className="log plain" start={1 + (asked.page - 1) * PAGE_OF_RESULTS}>
        {results.map(({ entry, snippet, terms }) => (
          <li key={entry.uid}>
            <p className="kick">{typeLabel(entry.type)}</p>
            <h3>
              <a href={pathOf(entry)}>
                <Marked text={entry.title} terms={terms} />
              </a>
            </h3>
            <p>
              {snippet.before && '… '}
              <Marked text={snippet.text} terms={terms} />
              {snippet.after && ' …'}
            </p>
          </li>
        ))}
      </ol>
      <Pages page={page} />
    </section>
  );
}

/** Results on one page. */
export const PAGE_OF_RESULTS = 10;

function Kinds({ page: { asked, counts } }: { page: ResultPage }): ReactNode {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const chip = (type: EntryType | null, label: string) => (
    <li key={type}>
      <a href={searchPath({ ...asked, type, page: 1 })} aria-current={asked.type === type ? 'true' : undefined}>
        {label}
      </a>
    </li>
  );
  return (
    <nav aria-label="Kind of page">
      <ul className="chips">
        {chip(null, `All ${all.toLocaleString('en')}`)}
        {counts.map(({ type, count }) => chip(type, `${listLabel(type)} ${count.toLocaleString('en')}`))}
      </ul>
    </nav>
  );
}

const Instead = ({ words }: { words: string[] }): ReactNode =>
  words.length > 0 && <> Searched instead: {words.map((word) => `“${word}”`).join(', ')}.</>;

const Building = ({ building }: { building: boolean }): ReactNode =>
  building && <> The search is still reading all pages: ask again in a minute for more.</>;

function NothingFound({ page, emergency }: { page: ResultPage; emergency: Numbers }): ReactNode {
  const { asked, building } = page;
  return (
    <section aria-labelledby="r" className="measure">
      <h2 id="r">Nothing found for “{asked.words}”</h2>
      {asked.type !== null && page.counts.length > 0 && (
        <p>
          Of other kinds there is something:{' '}
          <a href={searchPath({ ...asked, type: null, page: 1 })}>show all kinds of pages</a>.
        </p>
      )}
      <p>
        No page here has these words. That says nothing about what you have.
        <Building building={building} />
      </p>
      <p>
        Try a single word or another name for it, look below from A to Z, or say <a href="/find">where it hurts</a>.
      </p>
      <p>
        <strong>If it may be an emergency, call now.</strong> <a href="/#get-help">All signs that need help</a>
      </p>
      <CallRow emergency={emergency} />
    </section>
  );
}

function Pages({ page: { asked, pages } }: { page: ResultPage }): ReactNode {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages of results">
      <p className="meta s">
        Page {asked.page} of {pages}
      </p>
      <p>
        {asked.page > 1 && (
          <a className="button" rel="prev" href={searchPath({ ...asked, page: asked.page - 1 })}>
            Previous page
          </a>
        )}{' '}
        {asked.page < pages && (
          <a className="button" rel="next" href={searchPath({ ...asked, page: asked.page + 1 })}>
            Next page
          </a>
        )}
      </p>
    </nav>
  );
}
