import { ANY_COUNTRY } from '../../../model/emergency-numbers.ts';
import { ENTRY_TYPES } from '../../../model/entries/types.ts';
import type { Library } from '../../../release-log/library.ts';
import { renderPage } from '../../html/page.tsx';
import { htmlRepresentation, publicAnswer } from '../../html/rendered.ts';
import type { Rendered } from '../../http/representation.ts';
import type { ReadingContext } from '../view.ts';
import { azPath, lettersOf, type AzPage } from './az.ts';
import { AToZ, azTitle } from './az-page.tsx';
import type { Finding } from './finding.ts';
import { FindChoice, Finder } from './find-page.tsx';
import type { FinderMaterial } from './finder-material.ts';
import type { FinderOptions } from './finder-options.ts';
import { finderPath, type FinderAnswers } from './finder-query.ts';
import { findIn, type Found } from './search.ts';
import { PAGE_OF_RESULTS, Search, searchTitle, type Result, type ResultPage } from './search-page.tsx';
import { searchPath, termsIn, type SearchAsked } from './search-query.ts';
import type { ShownText, ShownTexts } from './shown-texts.ts';
import { firstWritten, snippetOf } from './snippet.tsx';

const HOME = [{ href: '/', label: 'Home' }];

export async function renderAz(page: AzPage, context: ReadingContext): Promise<Rendered> {
  const { asked, pages } = page;
  const title = azTitle(page);
  return publicAnswer(
    await renderPage({
      ...context,
      title,
      description: `${title}. Every page by its name, and by other names for the same thing.`,
      path: azPath(asked),
      ...(asked.page > 1 ? { prev: azPath({ ...asked, page: asked.page - 1 }) } : {}),
      ...(asked.page < pages ? { next: azPath({ ...asked, page: asked.page + 1 }) } : {}),
      breadcrumbs: HOME,
      children: <AToZ page={page} />,
    }),
  );
}

/** What a search found. In no cache and in no search engine: the words are a reader's own. */
export async function renderSearch(
  asked: SearchAsked,
  { finding, source, context }: { finding: Finding; source: Library; context: ReadingContext },
): Promise<Rendered> {
  const building = asked.words !== '' && !(await finding.follow(source));
  const page = await resultPage(asked, { finding, library: source, building });
  const letters = lettersOf(finding.az(source), null);
  const { emergency = ANY_COUNTRY } = context;
  const rendered = await renderPage({
    ...context,
    title: searchTitle(asked),
    description: 'Look for a page by its words.',
    path: asked.words === '' ? searchPath(asked) : null,
    breadcrumbs: HOME,
    children: <Search page={page} letters={letters} emergency={emergency} />,
  });
  return { representation: htmlRepresentation(rendered.html), status: 200, headers: rendered.headers };
}

async function resultPage(
  asked: SearchAsked,
  { finding, library, building }: { finding: Finding; library: Library; building: boolean },
): Promise<ResultPage> {
  const all = findIn(finding.index, library, termsIn(asked.words));
  const counts = ENTRY_TYPES.map((type) => ({
    type,
    count: all.found.filter(({ entry }) => entry.type === type).length,
  }));
  const found = all.found.filter(({ entry }) => asked.type === null || entry.type === asked.type);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_OF_RESULTS));
  const page = Math.min(asked.page, pages);
  const shown = found.slice((page - 1) * PAGE_OF_RESULTS, page * PAGE_OF_RESULTS);
  const proved = await Promise.all(shown.map((one) => provedOf(one, finding.texts, library)));
  const readable = proved.filter((one) => one !== null);
  return {
    asked: { ...asked, page },
    results: readable.map(resultOf),
    total: found.length,
    pages,
    counts: counts.filter(({ count }) => count > 0),
    complete: all.complete,
    instead: asWritten(all.instead, readable),
    signs: all.signs,
    building,
  };
}

interface Proved extends Found {
  shown: ShownText;
}

/** Its words come from the row that readers have now; null when that does not verify. */
async function provedOf(found: Found, texts: ShownTexts, library: Library): Promise<Proved | null> {
  const shown = await texts.of(found.entry, library);
  return shown && { ...found, shown };
}

function resultOf({ entry, terms, shown }: Proved): Result {
  const found = new Set(terms);
  return { entry, terms: found, snippet: snippetOf(shown.texts, found) };
}

/** These terms as the pages that are shown write them; a term of none of them is left out. */
const asWritten = (terms: readonly string[], proved: readonly Proved[]): string[] => {
  const texts = terms.length === 0 ? [] : proved.flatMap(({ shown }) => [...shown.names, ...shown.texts]);
  return terms.map((term) => firstWritten(texts, term)).filter((word) => word !== null);
};

export async function renderFindChoice(context: ReadingContext): Promise<Rendered> {
  const guides = context.library.list('guide');
  return publicAnswer(
    await renderPage({
      ...context,
      title: 'Where does it hurt?',
      description: 'Choose a part of the body, then a place, and see which pages fit and why.',
      path: finderPath({}),
      breadcrumbs: HOME,
      children: <FindChoice guides={guides.slice(0, MOST_GUIDES)} total={guides.length} />,
    }),
  );
}

const MOST_GUIDES = 60;

/** The finder of a guide. With answers it is in no cache and in no search engine: they are a reader's own. */
export async function renderFinder(
  { material, answers, options }: { material: FinderMaterial; answers: FinderAnswers; options: FinderOptions },
  context: ReadingContext,
): Promise<Rendered> {
  const { entry } = material;
  const page = await renderPage({
    ...context,
    title: `${entry.title}: where do you feel it?`,
    description: `Choose a place and see which pages of “${entry.title}” fit, and why.`,
    path: hasAnswers(answers) ? null : finderPath({ guide: entry.slug }),
    breadcrumbs: [...HOME, { href: `/guides/${encodeURIComponent(entry.slug)}`, label: entry.title }],
    children: (
      <Finder
        material={material}
        answers={answers}
        options={options(material, answers.location)}
        emergency={context.emergency ?? ANY_COUNTRY}
      />
    ),
  });
  return { representation: htmlRepresentation(page.html), status: 200, headers: page.headers };
}

export const hasAnswers = ({ location, onset, worse }: FinderAnswers): boolean =>
  location !== null || onset !== null || worse.length > 0;
