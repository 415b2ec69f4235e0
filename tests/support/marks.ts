import { treeOf, type TreeNode } from '../../publishers/preview/marks/tree.ts';

/** A marked document as it was before: without what the marks put in. */
export function withoutMarks(html: string): string {
  const cut: [number, number][] = [];
  const walk = (node: TreeNode): void => {
    if (node.kind !== 'element') return;
    const mark = node.attributes['data-mark'];
    if (mark === 'removed' || mark === 'note') cut.push([node.start, node.end]);
    else {
      if (mark === 'added' || mark === 'anchor') cut.push([node.start, node.inner], [node.innerEnd, node.end]);
      if (mark === 'moved') {
        const from = html.indexOf(' data-mark="moved"', node.start);
        const attributes = / data-mark="moved"(?: data-change="\d+" data-weight="\w+")?/.exec(html.slice(from));
        cut.push([from, from + (attributes?.[0].length ?? 0)]);
      }
      node.children.forEach(walk);
    }
  };
  walk(treeOf(html).root);
  cut.sort(([a], [b]) => a - b);
  let text = '';
  let from = 0;
  for (const [start, end] of cut) {
    text += html.slice(from, start);
    from = Math.max(from, end);
  }
  return text + html.slice(from);
}
