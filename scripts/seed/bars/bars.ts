/**
 * The quality bars that a library holds (docs/content-format.md): what a review warns of is an error here, and what
 * only shows when all pages lie side by side is looked for as well. Pure: it reads nothing and writes nothing.
 */
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { TermContent } from '../../../model/entries/shared.ts';
import { placeOf } from '../../../model/entries/terms.ts';
import { emergencyOrders } from '../../../editorial/rules/emergency-orders.ts';
import { lacksFirmSource } from '../../../editorial/rules/firm-sources.ts';
import { longOrders } from '../../../editorial/rules/long-orders.ts';
import { placedTexts } from '../../../editorial/rules/placed-texts.ts';
import { proseRequirements } from '../../../editorial/rules/prose-requirements.ts';
import { hardTexts } from '../../../editorial/rules/reading.ts';
import { wordsOf } from '../../../editorial/rules/sentences.ts';
import type { ContentProblem } from '../read-folder.ts';
import { sharedRuns } from './shared-runs.ts';

/** A page with fewer words of its own is part of another page. */
const LEAST_WORDS = 150;

export type Bar =
  | 'reading-grade'
  | 'long-order'
  | 'thin-page'
  | 'shared-run'
  | 'weak-source'
  | 'uncited-claim'
  | 'emergency-order'
  | 'unexplained-word'
  | 'unused-word';

/** Where a bar does not hold: the file, the true path of the field (empty for the whole entry), and the text. */
export interface Failure {
  bar: Bar;
  file: string;
  field: string;
  text: string;
}

/** An entry of a library: its file, and what a release of it would hold. */
export interface CheckedPage {
  file: string;
  content: EntryContent;
}

/** What a library is held against beside the bars themselves. */
export interface Measures {
  highestGrade: number;
  /** words that the library explains to whoever does not know them */
  terms: readonly Omit<TermContent, 'meaning'>[];
}

export const failures = (pages: readonly CheckedPage[], { highestGrade, terms }: Measures): Failure[] => [
  ...pages.flatMap((page) => [...failuresOf(page, highestGrade), ...unexplainedWords(page, terms)]),
  ...repeatedWords(pages),
];

/** The same as lines of `npm run content:check`. */
export const barProblems = (pages: readonly CheckedPage[], measures: Measures): ContentProblem[] =>
  failures(pages, measures).map(({ bar, file, field, text }) => ({
    file,
    message: [bar, field, text].filter(Boolean).join(': '),
  }));

function failuresOf({ file, content }: CheckedPage, highestGrade: number): Failure[] {
  const failed = (bar: Bar, field: string, text: string): Failure => ({ bar, file, field, text });
  const words = ownWords(content);
  return [
    ...hardTexts(content, highestGrade).map(({ field, grade, text }) =>
      failed('reading-grade', field, `grade ${grade}${field === '' ? '' : `: ${text}`}`),
    ),
    ...longOrders(content).map(({ field, sentence }) => failed('long-order', field, sentence)),
    ...(words < LEAST_WORDS ? [failed('thin-page', '', `${words} words of its own, at least ${LEAST_WORDS}`)] : []),
    ...(lacksFirmSource(content) ? [failed('weak-source', 'sources', SAY_SOURCES)] : []),
    ...proseRequirements(content)
      .filter(({ code }) => code === 'claim-without-citation')
      .map(({ field, message }) => failed('uncited-claim', field, message)),
    ...emergencyOrders(content).map(({ field, sentence }) => failed('emergency-order', field, sentence)),
  ];
}

const SAY_SOURCES = 'no guideline, review or national health service stands behind its urgency, medicine or dose';

const ownTexts = (content: EntryContent) => placedTexts(content).filter(({ isShared }) => !isShared);

/** Words that readers get from the entry itself, without its figures. */
export const ownWords = (content: EntryContent): number =>
  ownTexts(content).flatMap(({ text }) => wordsOf(text)).length;

/** A word of the glossary that a page uses it explains, and no other. */
function unexplainedWords({ file, content }: CheckedPage, terms: Measures['terms']): Failure[] {
  const texts = placedTexts(content).filter(({ path }) => !path.startsWith('terms.'));
  return terms.flatMap((term): Failure[] => {
    const user = texts.find(({ text }) => placeOf(term, text) !== null);
    const isListed = content.terms.some(({ slug }) => slug === term.slug);
    if (user && !isListed) {
      return [
        { bar: 'unexplained-word', file, field: user.path, text: `uses ${term.name}: list ${term.slug} in terms` },
      ];
    }
    return !user && isListed
      ? [{ bar: 'unused-word', file, field: 'terms', text: `explains ${term.slug}, which it does not use` }]
      : [];
  });
}

/** What two red flags share is the one wording of an emergency (ADR 0070); nobody else repeats anything. */
function repeatedWords(pages: readonly CheckedPage[]): Failure[] {
  const isRedFlag = new Map(pages.map(({ file, content }) => [file, content.type === 'red-flag']));
  return sharedRuns(pages.map(({ file, content }) => ({ file, texts: ownTexts(content) })))
    .filter(({ page, other }) => !(isRedFlag.get(page) && isRedFlag.get(other.file)))
    .map(({ page, path, other, words }) => ({
      ...{ bar: 'shared-run' as const, file: page, field: path },
      text: `“${words}” stands in ${other.file}, ${other.path} too`,
    }));
}
