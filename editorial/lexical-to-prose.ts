import { isSafeHref, type Block, type Inline, type ListBlock, type ListItem, type Prose } from './prose.ts';

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

function toBlock(node: LexicalNode, unsupported: string[]): Block[] {
  const inline = () => toInlines(childrenOf(node), unsupported);
  switch (node.type) {
    case 'paragraph': {
      const children = inline();
      return children.length > 0 ? [{ kind: 'paragraph', children }] : [];
    }
    case 'heading':
      return [{ kind: 'heading', level: node.tag === 'h4' ? 4 : 3, children: inline() }];
    case 'list':
      return [toList(node, unsupported)];
    default:
      unsupported.push(String(node.type));
      return [];
  }
}

function toList(node: LexicalNode, unsupported: string[]): ListBlock {
  const items: ListItem[] = [];
  for (const child of childrenOf(node)) {
    const nested = childrenOf(child).filter((grandchild) => grandchild.type === 'list');
    const own = childrenOf(child).filter((grandchild) => grandchild.type !== 'list');
    if (own.length > 0) items.push({ children: toInlines(own, unsupported) });
    const last = items.at(-1);
    // Lexical keeps a nested list in an item of its own, after the item it belongs to.
    for (const list of nested) {
      if (last) last.list = toList(list, unsupported);
      else items.push(...toList(list, unsupported).items);
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
      const href = String(asNode(node.fields)?.url ?? '');
      const children = toInlines(childrenOf(node), unsupported);
      if (isSafeHref(href)) inlines.push({ kind: 'link', href, children });
      else {
        unsupported.push(`link to ${href || 'nowhere'}`);
        inlines.push(...children);
      }
    } else unsupported.push(String(node.type));
  }
  return inlines;
}

function pushText(inlines: Inline[], node: LexicalNode, unsupported: string[]): void {
  const text = String(node.text ?? '');
  if (!text) return;
  const format = typeof node.format === 'number' ? node.format : 0;
  if ((format & ~(BOLD | ITALIC)) !== 0) unsupported.push('text format other than bold and italic');
  const marks = { ...(format & BOLD ? { bold: true as const } : {}), ...(format & ITALIC ? { italic: true as const } : {}) };
  const last = inlines.at(-1);
  // The editor splits text where the cursor was; a reader sees one run, so it hashes as one.
  if (last?.kind === 'text' && last.bold === marks.bold && last.italic === marks.italic) last.text += text;
  else inlines.push({ kind: 'text', text, ...marks });
}
