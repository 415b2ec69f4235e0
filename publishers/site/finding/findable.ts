import type { EntryContent } from '../../../model/entries/entries.ts';
import { runningTexts } from '../../../model/entries/running-texts.ts';
import type { ReleasedRow } from '../../../model/release-row.ts';
import { codeOf, termsOf, withBroader } from './search-words.ts';

/** What an entry is found by, each as terms with a space between. */
export interface Findable {
  uid: string;
  title: string;
  synonyms: string;
  keywords: string;
  codes: string;
  summary: string;
  text: string;
}

/** Different words of one entry's text that are looked for. */
const MOST_TERMS = 400;

/** What a released row is found by: everything that its page says. `room`: how many different words of the text there is room for. */
export function findableOf({ uid, title, snapshot }: ReleasedRow, room: number): Findable {
  const named = { synonyms: synonymsOf(snapshot), keywords: keywordsOf(snapshot) };
  return {
    uid,
    title: terms(title),
    synonyms: terms(...named.synonyms),
    keywords: terms(...named.keywords),
    codes: codesOf(snapshot).flatMap(withBroader).join(' '),
    summary: terms('summary' in snapshot ? snapshot.summary : ''),
    text: mostTelling(textsOf(snapshot).flatMap(termsOf), Math.min(room, MOST_TERMS)).join(' '),
  };
}

/** Other names of what an entry is about, as it lists them. */
export const synonymsOf = (content: EntryContent): string[] => ('synonyms' in content ? content.synonyms : []);
export const keywordsOf = (content: EntryContent): string[] => ('keywords' in content ? content.keywords : []);

const codesOf = (content: EntryContent): string[] =>
  ('icd10' in content ? content.icd10 : []).map(codeOf).filter((code) => code !== null);

/** Its words for readers, part by part, without its title, its sources and what figures and explained words say. */
export function textsOf(content: EntryContent): readonly string[] {
  const before = known.get(content);
  if (before) return before;
  const texts = runningTexts(content).flatMap(({ field, text }) => (OF_OTHERS.test(field) ? [] : [text]));
  known.set(content, texts);
  return texts;
}

/** Of proved rows, which nobody changes: a text that is read for the index is read for its passages too. */
const known = new WeakMap<EntryContent, readonly string[]>();

const OF_OTHERS = /^(?:title|synonyms|sources|terms)(?:\.|$)|(?:^|\.)figures?(?:\.|$)/;

const terms = (...texts: string[]): string => texts.flatMap(termsOf).join(' ');

/** Where there is no room for all words: those that the text has most often, each as often as it has it. */
function mostTelling(all: string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
  if (counts.size <= most) return all;
  const kept = new Set(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([term]) => term),
  );
  return all.filter((term) => kept.has(term));
}
