import { altNote, atomsOf, rawOf } from './atoms.ts';
import { isClosed, runsIn, wordsOfItem, type Item } from './items.ts';
import { marksInLines } from './in-lines.ts';
import type { Mark } from './mark.ts';
import type { Tree, TreeNode } from './tree.ts';

/** A block that only the draft has: each of its texts is marked. */
export const addedMarks = (tree: Tree, item: Item): Mark[] =>
  runsIn(tree, item).flatMap((run) => marksInLines({ tree, run: null }, { tree, run }));

/** A block that only readers have, as it is there but struck, put in at this place. */
export function removedMark(tree: Tree, item: Item, at: number): Mark {
  const words = wordsOfItem(tree, item);
  const html = (attributes: string): string =>
    item.kind === 'run'
      ? `<del data-mark="removed"${attributes}>${rawOf(atomsOf(tree, item))}</del>`
      : struck(tree, item.node).replace(/^<[a-z0-9]+/, (tag) => `${tag} data-mark="removed"${attributes}`);
  return { kind: 'removed', words, context: words, edits: [{ at, rank: 1, html }] };
}

/** What would name it twice, or something else than what it says. */
const NAMES = /\s(?:id|for|name|aria-labelledby|aria-describedby)="[^"]*"/g;

function struck({ source }: Pick<Tree, 'source'>, node: TreeNode): string {
  const raw = source.slice(node.start, node.end);
  const strike = (note = '') => `<del data-mark="removed">${raw}${note}</del>`;
  if (node.kind === 'text') return raw.trim() === '' ? raw : strike();
  if (node.kind === 'other' || isClosed(node)) return '';
  if (node.name === 'img') return strike(altNote(node.attributes.alt ?? null));
  const tag = source.slice(node.start, node.inner).replaceAll(NAMES, '');
  return tag + node.children.map((child) => struck({ source }, child)).join('') + source.slice(node.innerEnd, node.end);
}

/** Elements that may hold an empty mark: where an anchor goes when they have an id of their own. */
const HOLDS_TEXT = new Set('section div article p li td th dd dt figure figcaption h1 h2 h3 h4 aside'.split(' '));

/** A block that readers have in another place. */
export function movedMark(tree: Tree, item: Item): Mark | null {
  if (item.kind === 'run') return null;
  const { name, start, inner } = item.node;
  const words = wordsOfItem(tree, item);
  const tagEnd = start + 1 + name.length;
  const bare = (attributes: string) => attributes.replace(/ id="[^"]*"/, '');
  return {
    kind: 'moved',
    words,
    context: words,
    edits: [
      { at: tagEnd, rank: 1, html: (attributes) => ` data-mark="moved"${bare(attributes)}` },
      ...(HOLDS_TEXT.has(name)
        ? [{ at: inner, rank: 1 as const, html: (attributes: string) => `<ins data-mark="anchor"${attributes}></ins>` }]
        : []),
    ],
  };
}
