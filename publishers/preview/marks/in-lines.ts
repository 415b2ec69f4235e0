import { diffArrays } from 'diff';
import { altNote, atomsOf, isSeen, rawOf, wordsOfAtoms, type Atom } from './atoms.ts';
import type { Run } from './items.ts';
import type { Edit, Mark } from './mark.ts';
import type { Tree } from './tree.ts';
import { wordsIn } from './words.ts';

/** Below this share of words in common a text was written anew: it is marked as a whole, not word by word. */
const REWRITTEN = 0.25;
/** A text that differs in more is marked as a whole too. */
const MOST_EDITS = 4000;

/** What changed from one run of text to another, by whole words and pictures, and where its links lead. */
export function marksInLines(old: { tree: Tree; run: Run | null }, now: { tree: Tree; run: Run }): Mark[] {
  const [was, is] = [atomsOf(old.tree, old.run), atomsOf(now.tree, now.run)];
  const [before, after] = [wordsOfAtoms(was), wordsOfAtoms(is)];
  const marks: Mark[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of partsOf(was, is)) {
    if (removed) {
      const gone = was.slice(i, i + count);
      const edit = removal(gone, { before: is[j - 1], after: is[j], next: was[i + count], otherwise: now.run.start });
      if (edit) marks.push({ kind: 'removed', words: wordsOfAtoms(gone), context: before, edits: [edit] });
      marks.push(...targetsGone(gone, { at: is[j - 1]?.end ?? now.run.start, context: before }));
    } else if (added) {
      const come = is.slice(j, j + count);
      const edits = additions(come);
      if (edits.length > 0) marks.push({ kind: 'added', words: wordsOfAtoms(come), context: after, edits });
      // Of a text that is new as a whole nobody takes a link for one that leads where it did.
      if (old.run) marks.push(...targetsCome(come, { context: after }));
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return marks;
}

interface Part {
  count: number;
  added: boolean;
  removed: boolean;
}

function partsOf(was: readonly Atom[], is: readonly Atom[]): Part[] {
  const keys = (atoms: readonly Atom[]) => atoms.map(({ key }) => key);
  const parts = diffArrays(keys(was), keys(is), { maxEditLength: MOST_EDITS });
  const same = (parts ?? [])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { count }) => sum + count, 0);
  if (parts && 2 * same >= REWRITTEN * (was.length + is.length)) return parts;
  return [
    { count: was.length, added: false, removed: true },
    { count: is.length, added: true, removed: false },
  ].filter(({ count }) => count > 0);
}

/** Runs of new words, each within one text; each picture for itself. */
function additions(atoms: readonly Atom[]): Edit[] {
  const groups: Atom[][] = [];
  for (const atom of atoms) {
    const last = groups.at(-1);
    if (atom.kind === 'word' && last?.[0]?.kind === 'word' && last[0].text === atom.text) last.push(atom);
    else if (isSeen(atom)) groups.push([atom]);
  }
  return groups.flatMap((group): Edit[] => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    return [
      { at: first.start, rank: 2, html: (attributes) => `<ins data-mark="added"${attributes}>` },
      { at: last.end, rank: 0, html: () => `</ins>${altNote(last.alt)}` },
    ];
  });
}

/** Where links lead now, behind each; the words of a link can stay when it leads elsewhere. */
const targetsCome = (atoms: readonly Atom[], { context }: Pick<Mark, 'context'>): Mark[] =>
  atoms.flatMap(({ href, end }): Mark[] => {
    if (href === null) return [];
    const html = (attributes: string) =>
      `<ins data-mark="added"${attributes}><small data-mark="note"> (${href})</small></ins>`;
    return [{ kind: 'added', words: wordsIn(href), context, edits: [{ at: end, rank: 2, html }] }];
  });

/** Where links led, behind the word that stands there still. */
const targetsGone = (atoms: readonly Atom[], { at, context }: { at: number } & Pick<Mark, 'context'>): Mark[] =>
  atoms.flatMap(({ href }): Mark[] => {
    if (href === null) return [];
    const html = (attributes: string) => `<del data-mark="removed"${attributes}> (${href})</del>`;
    return [{ kind: 'removed', words: wordsIn(href), context, edits: [{ at, rank: 1, html }] }];
  });

/** Where what is gone stood: behind the word before it, or before the word after it. */
function removal(
  gone: readonly Atom[],
  { before, after, next, otherwise }: { before?: Atom; after?: Atom; next?: Atom; otherwise: number },
): Edit | null {
  const shown = gone.filter(isSeen);
  const [first] = shown;
  if (!first) return null;
  const text = rawOf(shown);
  const written = (words: string) => (attributes: string) => `<del data-mark="removed"${attributes}>${words}</del>`;
  if (before && (first.isSpaced || !after)) return { at: before.end, rank: 1, html: written(` ${text}`) };
  return { at: after?.start ?? otherwise, rank: 1, html: written(next?.isSpaced === false ? text : `${text} `) };
}
