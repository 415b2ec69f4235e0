import { itemsOf, wordsOfItem, type Item } from './items.ts';
import { marksInLines } from './in-lines.ts';
import type { Mark } from './mark.ts';
import { pairsOf } from './pair.ts';
import type { ElementNode, Tree } from './tree.ts';
import { addedMarks, movedMark, removedMark } from './whole-blocks.ts';

interface Side {
  tree: Tree;
  element: ElementNode;
}

/** Shorter ones are told apart by nobody: that they moved says nothing. */
const LEAST_MOVED = 4;

/** What differs between two elements, block by block and in lines word by word; what stands elsewhere is a move. */
export function differences(old: Side, now: Side): Mark[] {
  const marks: Mark[] = [];
  const gone: { item: Item; at: number }[] = [];
  const come: Item[] = [];
  compare(old, now, { marks, gone, come });
  const textOf = (tree: Tree, item: Item) => wordsOfItem(tree, item).join(' ');
  for (const item of come) {
    const text = textOf(now.tree, item);
    const from = gone.findIndex((one) => one.item.kind === item.kind && textOf(old.tree, one.item) === text);
    const isLong = wordsOfItem(now.tree, item).length >= LEAST_MOVED;
    const moved = from >= 0 && isLong ? movedMark(now.tree, item) : null;
    if (moved) gone.splice(from, 1);
    marks.push(...(moved ? [moved] : addedMarks(now.tree, item)));
  }
  return [...marks, ...gone.map(({ item, at }) => removedMark(old.tree, item, at))];
}

interface Found {
  marks: Mark[];
  gone: { item: Item; at: number }[];
  come: Item[];
}

function compare(old: Side, now: Side, found: Found): void {
  const pairs = pairsOf(
    { tree: old.tree, items: itemsOf(old.tree, old.element) },
    { tree: now.tree, items: itemsOf(now.tree, now.element) },
  );
  for (const [i, { old: was, now: is }] of pairs.entries()) {
    if (was && is) comparePair({ tree: old.tree, item: was }, { tree: now.tree, item: is }, found);
    else if (is) found.come.push(is);
    else if (was) {
      const next = pairs.slice(i).find((pair) => pair.now !== null)?.now;
      found.gone.push({ item: was, at: next?.start ?? now.element.innerEnd });
    }
  }
}

function comparePair(old: { tree: Tree; item: Item }, now: { tree: Tree; item: Item }, found: Found): void {
  const text = ({ tree, item }: { tree: Tree; item: Item }) => tree.source.slice(item.start, item.end);
  if (text(old) === text(now)) return;
  if (old.item.kind === 'run' && now.item.kind === 'run') {
    found.marks.push(...marksInLines({ tree: old.tree, run: old.item }, { tree: now.tree, run: now.item }));
  } else if (old.item.kind === 'block' && now.item.kind === 'block') {
    compare({ tree: old.tree, element: old.item.node }, { tree: now.tree, element: now.item.node }, found);
  }
}
