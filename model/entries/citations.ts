import { citationsIn, type Citation, type Prose } from '../prose.ts';
import type { EntryContent } from './entries.ts';
import { leavesOf } from './leaves.ts';
import type { SourceContent } from './shared.ts';

/** The citations of a content with the true paths of their texts, in reading order; each as the content has it. */
export const citationsOf = (content: EntryContent): { path: string; citation: Citation }[] =>
  leavesOf(content).flatMap(({ path, field, value }) =>
    // What stands under a prose field is prose: its shape was parsed with the content.
    field.kind === 'prose' ? citationsIn(value as Prose).map((citation) => ({ path, citation })) : [],
  );

/** The sources in the order of their numbers: by first citation, then those that no text cites, as the entry lists them. */
export function numberedSources(content: EntryContent): SourceContent[] {
  const { sources } = content;
  const cited = citationsOf(content).flatMap(
    ({ citation }) => sources.find(({ slug }) => slug === citation.source) ?? [],
  );
  return [...new Set([...cited, ...sources])];
}
