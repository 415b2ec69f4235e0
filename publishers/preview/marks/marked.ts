import { attributor, type NumberedChange } from './attribute.ts';
import { differences } from './differences.ts';
import type { Edit } from './mark.ts';
import { firstNamed, treeOf, type ElementNode, type Tree } from './tree.ts';

/** What marks look like: added, removed, moved; the same in both themes, in forced colours and on paper. */
const LOOK = `
ins[data-mark=added]{color:#17512b;background:#dcf1e1;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em}
del[data-mark=removed]{color:#9b141b;background:#fbe6e3;text-decoration:line-through;text-decoration-thickness:2px}
ins[data-mark=added] :is(img),ins[data-mark=added]>img{outline:4px solid #1d7a3e;outline-offset:2px}
del[data-mark=removed]>img{outline:4px dashed #b3232b;outline-offset:2px;max-width:100%;height:auto}
small[data-mark=note]{display:block;margin:.3rem 0;font-size:.85rem;font-style:italic}
ins>small[data-mark=note]{display:inline;margin:0}
li[data-mark=removed]{counter-increment:list-item 0;list-style:none}
[data-mark=moved]{outline:2px dashed #2b4f86;outline-offset:4px}
[data-mark=moved]::before{content:"Moved";display:inline-block;margin:0 .5em 0 0;padding:0 .4em;border-radius:4px;background:#2b4f86;color:#fff;font:600 13px/1.5 system-ui,sans-serif}
tr[data-mark=moved]::before{content:none}
[data-change]{scroll-margin-top:6rem}
[data-change]:target{outline:3px solid #15252a;box-shadow:0 0 0 6px #ffd23f}
@media (prefers-color-scheme:dark){
ins[data-mark=added]{color:#a6e3b7;background:#12301d}
del[data-mark=removed]{color:#ffb3ab;background:#3a1a1a}}
@media (forced-colors:active){
ins[data-mark=added]{text-decoration-style:double}}`.replaceAll('\n', '');

/** Where nothing can be compared all is new, and says so in words alone. */
const ALL_NEW =
  '[data-change]{scroll-margin-top:6rem}ins[data-mark]{text-decoration:none}[data-change]:target{outline:3px solid currentColor}';

export const markStyles = (isAllNew: boolean): string =>
  `<style data-preview="style">${isAllNew ? ALL_NEW : LOOK}</style>`;

/**
 * A document with what changed in it since another was drawn: `<ins>` and `<del>` by whole words, blocks that went, and
 * what moved. Marks are put into the new source and take nothing from it. Each says in `data-change` which change of
 * `changes` it shows, if it shows one, and the first of each is `#change-{number}`. `old` null: all of it is new.
 */
export function marked(old: string | null, now: string, changes: readonly NumberedChange[]): string {
  const after = shownIn(treeOf(now));
  const before = old === null ? NOTHING : shownIn(treeOf(old));
  const attribute = attributor(changes);
  const placed = differences(before, after)
    .map((mark) => ({ mark, change: attribute(mark), at: Math.min(...mark.edits.map((edit) => edit.at)) }))
    .sort((a, b) => a.at - b.at);
  const named = new Set<number>();
  const edits = placed.flatMap(({ mark, change }) => {
    const isFirst = change !== null && !named.has(change.number);
    if (change) named.add(change.number);
    return mark.edits.map((edit, i) => ({
      edit,
      attributes: attributesOf(change, isFirst && isAnchor(mark.edits, i)),
    }));
  });
  return written(now, edits);
}

/** The id goes where an element of the mark begins: of a move into its anchor. */
const isAnchor = (edits: readonly Edit[], i: number): boolean => {
  const first = edits.findIndex((edit) => edit.html('').includes('<'));
  return i === first;
};

const attributesOf = (change: NumberedChange | null, isFirst: boolean): string =>
  change === null
    ? ''
    : ` data-change="${change.number}" data-weight="${change.weight}"${isFirst ? ` id="change-${change.number}"` : ''}`;

function written(source: string, edits: readonly { edit: Edit; attributes: string }[]): string {
  const inOrder = [...edits].sort((a, b) => a.edit.at - b.edit.at || a.edit.rank - b.edit.rank);
  let text = '';
  let from = 0;
  for (const { edit, attributes } of inOrder) {
    text += source.slice(from, edit.at) + edit.html(attributes);
    from = edit.at;
  }
  return text + source.slice(from);
}

interface Shown {
  tree: Tree;
  element: ElementNode;
}

const NOTHING: Shown = { tree: treeOf(''), element: treeOf('').root };

/** What of a document is its own: not the head, and not what all pages have around it. */
const shownIn = (tree: Tree): Shown => ({
  tree,
  element: firstNamed(tree.root, 'main') ?? firstNamed(tree.root, 'body') ?? tree.root,
});
