import { diffArrays } from 'diff';
import { wordsOfItem, type Item } from './items.ts';
import type { Tree } from './tree.ts';

/** Old and new items side by side, in the order of the new ones; what is only on one side has null on the other. */
export interface Pair {
  old: Item | null;
  now: Item | null;
}

/** Items are one another's when they share that much of their words. */
const ALIKE = 0.3;
/** Beyond it nobody looks which of the changed items are alike: they pair in their order. */
const MOST_COMPARED = 10_000;

interface Side {
  tree: Tree;
  items: readonly Item[];
}

/** Which item became which: those that are the same first, between them those that are most alike. Order is kept. */
export function pairsOf(old: Side, now: Side): Pair[] {
  const textOf = ({ tree, items }: Side) => items.map(({ start, end }) => tree.source.slice(start, end).trim());
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  let [gone, come]: [Item[], Item[]] = [[], []];
  const close = () => {
    pairs.push(...alike({ tree: old.tree, items: gone }, { tree: now.tree, items: come }));
    [gone, come] = [[], []];
  };
  for (const { count, added, removed } of diffArrays(textOf(old), textOf(now))) {
    if (removed) gone.push(...old.items.slice(i, i + count));
    else if (added) come.push(...now.items.slice(j, j + count));
    else {
      close();
      for (let k = 0; k < count; k += 1) pairs.push({ old: old.items[i + k] ?? null, now: now.items[j + k] ?? null });
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  close();
  return pairs;
}

/** The pairing with the most likeness that keeps the order (as of a longest common subsequence). */
function alike(old: Side, now: Side): Pair[] {
  const [m, n] = [old.items.length, now.items.length];
  if (m === 0 || n === 0 || m * n > MOST_COMPARED) return inOrder(old, now);
  const likeness = old.items.map((a) => now.items.map((b) => likenessOf({ ...old, item: a }, { ...now, item: b })));
  const at = (i: number, j: number) => likeness[i]?.[j] ?? 0;
  const best = Array.from({ length: m + 1 }, () => new Float64Array(n + 1));
  const sum = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = m - 1; i >= 0; i -= 1) {
    for (let j = n - 1; j >= 0; j -= 1) {
      const row = best[i];
      const paired = at(i, j) >= ALIKE ? at(i, j) + sum(i + 1, j + 1) : 0;
      if (row) row[j] = Math.max(paired, sum(i + 1, j), sum(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < m || j < n) {
    const isPair = i < m && j < n && at(i, j) >= ALIKE && sum(i, j) === at(i, j) + sum(i + 1, j + 1);
    if (isPair) pairs.push({ old: old.items[i++] ?? null, now: now.items[j++] ?? null });
    else if (i < m && sum(i + 1, j) === sum(i, j)) pairs.push({ old: old.items[i++] ?? null, now: null });
    else pairs.push({ old: null, now: now.items[j++] ?? null });
  }
  return pairs;
}

const inOrder = (old: Side, now: Side): Pair[] => [
  ...old.items.map((item) => ({ old: item, now: null })),
  ...now.items.map((item) => ({ old: null, now: item })),
];

interface Placed {
  tree: Tree;
  item: Item;
}

/** From 0 to 1. An id that both have says that they are one another's. */
function likenessOf(a: Placed, b: Placed): number {
  if (a.item.kind !== b.item.kind) return 0;
  if (a.item.kind === 'block' && b.item.kind === 'block') {
    if (a.item.node.name !== b.item.node.name) return 0;
    const { id } = a.item.node.attributes;
    if (id !== undefined && id === b.item.node.attributes.id) return 1;
  }
  const [was, is] = [wordsOfItem(a.tree, a.item), wordsOfItem(b.tree, b.item)];
  return was.length + is.length === 0 ? 0.5 : (2 * shared(was, is)) / (was.length + is.length);
}

function shared(was: readonly string[], is: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of was) left.set(word, (left.get(word) ?? 0) + 1);
  return is.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count > 0;
  }).length;
}
