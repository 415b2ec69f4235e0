import { citationsOf, numberedSources } from '../../model/entries/citations.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { SourceContent } from '../../model/entries/shared.ts';
import { firstUses, type FirstUse } from '../../model/entries/terms.ts';
import type { Citation, Inline } from '../../model/prose.ts';

/** A citation as readers see it: the number of its source, and the how manieth of that source it is, from 1. */
export interface Mark {
  number: number;
  use: number;
}

/** How an entry's citations are numbered, the same in every channel, and where its text first uses what it explains. */
export interface Citing {
  /** in the order of their numbers */
  sources: { number: number; source: SourceContent; uses: number }[];
  /** null of a citation whose source the entry does not list: the gate lets none through */
  markOf: (citation: Citation) => Mark | null;
  /** words of this run that the entry explains, at their first use; in their order */
  explainedIn: (run: Inline) => readonly FirstUse[];
}

export function citingOf(content: EntryContent): Citing {
  const numbered = numberedSources(content);
  const marks = new Map<Citation, Mark>();
  const uses = numbered.map(() => 0);
  for (const { citation } of citationsOf(content)) {
    const at = numbered.findIndex(({ slug }) => slug === citation.source);
    if (at < 0) continue;
    const use = (uses[at] ?? 0) + 1;
    uses[at] = use;
    marks.set(citation, { number: at + 1, use });
  }
  const explained = firstUses(content);
  return {
    sources: numbered.map((source, i) => ({ number: i + 1, source, uses: uses[i] ?? 0 })),
    markOf: (citation) => marks.get(citation) ?? null,
    explainedIn: (run) => explained.get(run) ?? [],
  };
}

/** Where a page marks a citation, and where it lists the source. */
export const markId = ({ number, use }: Mark): string => `cited-${number}-${use}`;
export const sourceId = (number: number): string => `source-${number}`;
/** Where a page explains a word. */
export const termId = (slug: string): string => `word-${slug}`;
