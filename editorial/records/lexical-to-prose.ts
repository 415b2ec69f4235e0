import { isSafeHref } from '../../model/safe-href.ts';
import type { Block, Inline, ListBlock, ListItem, Prose } from '../../model/prose.ts';

interface LexicalNode {
  type?: unknown;
  children?: unknown;
  [key: string]: unknown;
}

const BOLD = 1;
const ITALIC = 2;

/**
 * Reads what the rich-text editor stored. Anything that prose cannot carry is named in `unsupported`
 * (an error that blocks release) instead of being dropped silently.
 */
export function lexicalToProse(value: unknown): { prose: Prose; unsupported: string[] } {
  const unsupported: string[] = [];
  const root = asNode(asNode(value)?.root);
  const prose = childrenOf(root).flatMap((node) => toBlock(node, unsupported));
  return { prose, unsupported };
}

const asNode = (value: unknown): LexicalNode | null =>
  typeof value === 'object' && value !== null ? (value as LexicalNode) : null;
const childrenOf = (node: LexicalNode | null): LexicalNode[] => {
  const children: unknown[] = Array.isArray(node?.children) ? node.children : [];
  return children.map(asNode).filter((child) => child !== null);
};

const nameOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : 'without a name';

function toBlock(node: LexicalNode, unsupported: string[]): Block[] {
  const inline = () => toInlines(childrenOf(node), unsupported);
  switch (node.type) {
    case 'paragraph': {
      const children = inline();
      return children.length > 0 ? [{ kind: 'paragraph', children }] : [];
    }
    case 'heading':
      if (node.tag !== 'h3' && node.tag !== 'h4') unsupported.push(`heading ${nameOf(node.tag)}`);
      return [{ kind: 'heading', level: node.tag === 'h4' ? 4 : 3, children: inline() }];
    case 'list':
      return [toList(node, unsupported)];
    default:
      unsupported.push(nameOf(node.type));
      return [];
  }
}

function toList(node: LexicalNode, unsupported: string[]): ListBlock {
  const items: ListItem[] = [];
  if (node.listType !== 'number' && node.listType !== 'bullet')
    unsupported.push(`list of kind ${nameOf(node.listType)}`);
  if (node.listType === 'number' && (node.start ?? 1) !== 1)
    unsupported.push(`list that starts at ${nameOf(node.start)}`);
  for (const child of childrenOf(node)) {
    if (child.type !== 'listitem') unsupported.push(nameOf(child.type));
    const nested = childrenOf(child).filter((grandchild) => grandchild.type === 'list');
    const own = childrenOf(child).filter((grandchild) => grandchild.type !== 'list');
    if (own.length > 0) items.push({ children: toInlines(own, unsupported) });
    const last = items.at(-1);
    // Lexical keeps a nested list in an item of its own, after the item it belongs to.
    for (const list of nested.map((each) => toList(each, unsupported))) {
      if (!last) items.push(...list.items);
      else if (last.list) last.list.items.push(...list.items);
      else last.list = list;
    }
  }
  return { kind: 'list', ordered: node.listType === 'number', items };
}

function toInlines(nodes: LexicalNode[], unsupported: string[]): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'text') pushText(inlines, node, unsupported);
    else if (node.type === 'linebreak') inlines.push({ kind: 'break' });
    else if (node.type === 'tab') pushText(inlines, { ...node, text: ' ' }, unsupported);
    else if (node.type === 'link' || node.type === 'autolink') {
      const url = asNode(node.fields)?.url;
      const href = typeof url === 'string' ? url : '';
      const children = toInlines(childrenOf(node), unsupported);
      if (isSafeHref(href)) inlines.push({ kind: 'link', href, children });
      else {
        unsupported.push(`link to ${href || 'nowhere'}`);
        inlines.push(...children);
      }
    } else unsupported.push(nameOf(node.type));
  }
  return inlines;
}

function pushText(inlines: Inline[], node: LexicalNode, unsupported: string[]): void {
  const text = typeof node.text === 'string' ? node.text : '';
  if (!text) return;
  const format = typeof node.format === 'number' ? node.format : 0;
  if ((format & ~(BOLD | ITALIC)) !== 0) unsupported.push('text format other than bold and italic');
  const marks = {
    ...(format & BOLD ? { bold: true as const } : {}),
    ...(format & ITALIC ? { italic: true as const } : {}),
  };
  const last = inlines.at(-1);
  // The editor splits text where the cursor was; a reader sees one run, so it hashes as one.
  if (last?.kind === 'text' && last.bold === marks.bold && last.italic === marks.italic) last.text += text;
  else inlines.push({ kind: 'text', text, ...marks });
}
