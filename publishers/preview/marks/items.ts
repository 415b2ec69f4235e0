import type { ElementNode, Tree, TreeNode } from './tree.ts';
import { wordsIn } from './words.ts';

/** What stands in an element: blocks, and runs of text with what stands within lines. */
export type Item = { kind: 'block'; node: ElementNode; start: number; end: number } | Run;
export interface Run {
  kind: 'run';
  nodes: TreeNode[];
  start: number;
  end: number;
}

const INLINE = new Set(
  'a abbr b br cite code dfn em i img kbd label mark q s small span strong sub sup time u wbr button input select svg'.split(
    ' ',
  ),
);
/** Nothing in them can be marked: they are text alone, are drawn, or are not shown. */
const CLOSED = new Set('script style template title textarea select option svg button input head'.split(' '));

export const isClosed = ({ name, attributes }: ElementNode): boolean =>
  CLOSED.has(name) || /display:\s*none/.test(attributes.style ?? '');

const isInline = (node: TreeNode): boolean =>
  node.kind !== 'element' || (INLINE.has(node.name) && (CLOSED.has(node.name) || node.children.every(isInline)));

/** The items of an element, in their order, without blanks between them and what cannot be marked. */
export function itemsOf({ source }: Pick<Tree, 'source'>, { children }: ElementNode): Item[] {
  const items: Item[] = [];
  let run: TreeNode[] = [];
  const endRun = () => {
    const [first] = run;
    const last = run.at(-1);
    const isBlank = run.every(({ kind, start, end }) => kind !== 'element' && source.slice(start, end).trim() === '');
    if (first && last && !isBlank) items.push({ kind: 'run', nodes: run, start: first.start, end: last.end });
    run = [];
  };
  for (const node of children) {
    if (isInline(node)) run.push(node);
    else {
      endRun();
      if (node.kind === 'element' && !isClosed(node))
        items.push({ kind: 'block', node, start: node.start, end: node.end });
    }
  }
  endRun();
  return items;
}

/** The runs of text in an item, at any depth. */
export const runsIn = (tree: Tree, item: Item): Run[] =>
  item.kind === 'run' ? [item] : itemsOf(tree, item.node).flatMap((inner) => runsIn(tree, inner));

/** The words of an item, without its tags. */
export const wordsOfItem = (tree: Tree, item: Item): string[] =>
  (item.kind === 'run' ? item.nodes : [item.node]).flatMap((node) => wordsOfNode(tree, node));

/** Asked for at every level of the document: each node is read once. */
const known = new WeakMap<TreeNode, string[]>();

function wordsOfNode(tree: Tree, node: TreeNode): string[] {
  const words = known.get(node) ?? readWords(tree, node);
  known.set(node, words);
  return words;
}

function readWords(tree: Tree, node: TreeNode): string[] {
  if (node.kind === 'text') return wordsIn(tree.source.slice(node.start, node.end));
  if (node.kind === 'other' || isClosed(node)) return [];
  if (node.name === 'img') return wordsIn(node.attributes.alt ?? '');
  return node.children.flatMap((child) => wordsOfNode(tree, child));
}
