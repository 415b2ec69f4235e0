import { runsIn, type Inline, type Prose } from '../prose.ts';
import type { EntryContent } from './entries.ts';
import { leavesOf } from './leaves.ts';
import type { TermContent } from './shared.ts';

/** Where a text first uses a word that its entry explains. */
export interface FirstUse {
  term: TermContent;
  /** the words of the text that are it, from here so many characters long */
  at: number;
  length: number;
}

/**
 * Where a text uses a word, in any of its forms and in the plural with s; null where it does not. Capitals count
 * where the form has any, so that `GP` is no other word.
 */
export function placeOf(
  { name, forms }: Pick<TermContent, 'name' | 'forms'>,
  text: string,
): { at: number; length: number } | null {
  const found = [name, ...forms].flatMap((form) => {
    const words = form.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const hit = new RegExp(`(?<![\\p{L}\\p{N}-])${words}s?(?![\\p{L}\\p{N}])`, /\p{Lu}/u.test(form) ? 'u' : 'iu').exec(
      text,
    );
    return hit ? [{ at: hit.index, length: hit[0].length }] : [];
  });
  return found.toSorted((a, b) => a.at - b.at || b.length - a.length)[0] ?? null;
}

/**
 * The first use of each explained word in the running text of an entry, by the run of words that has it; in reading
 * order, and outside headings and links. A word that only stands in short fields has none.
 */
export function firstUses(content: EntryContent): ReadonlyMap<Inline, readonly FirstUse[]> {
  const runs = leavesOf(content).flatMap(({ field, value }) =>
    // What stands under a prose field is prose: its shape was parsed with the content.
    field.kind === 'prose' ? plainRuns(value as Prose) : [],
  );
  const uses = new Map<Inline, FirstUse[]>();
  for (const term of content.terms) {
    for (const run of runs) {
      const use = placeOf(term, run.text);
      const taken = uses.get(run) ?? [];
      if (!use || taken.some(({ at, length }) => at < use.at + use.length && use.at < at + length)) continue;
      uses.set(
        run,
        [...taken, { term, ...use }].toSorted((a, b) => a.at - b.at),
      );
      break;
    }
  }
  return uses;
}

type Run = Extract<Inline, { kind: 'text' }>;

const plainRuns = (prose: Prose): Run[] =>
  runsIn(prose.filter(({ kind }) => kind !== 'heading')).flatMap((run) =>
    run.flatMap((inline) => (inline.kind === 'text' && inline.script === undefined ? [inline] : [])),
  );
