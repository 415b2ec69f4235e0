import { isSafeHref } from '../../model/safe-href.ts';
import type { Block, Inline, ListBlock, ListItem, Prose } from '../../model/prose.ts';
import { asNode, childrenOf, citedId, isCitation, nameOf, type LexicalNode } from './lexical-nodes.ts';
import { toTable } from './lexical-table.ts';
import type { DocumentId } from './stored-entry.ts';

const BOLD = 1;
const ITALIC = 2;
const SUBSCRIPT = 32;
const SUPERSCRIPT = 64;

/** The short name of a source by its id; null of one that is not there. */
export type SourceNames = (id: DocumentId) => string | null;

interface Reading {
  unsupported: string[];
  sourceOf: SourceNames;
}

/**
 * Reads what the rich-text editor stored. Anything that prose cannot carry is named in `unsupported`
 * (an error that blocks release) instead of being dropped silently.
 */
export function lexicalToProse(
  value: unknown,
  sourceOf: SourceNames = () => null,
): { prose: Prose; unsupported: string[] } {
  const unsupported: string[] = [];
  const root = asNode(asNode(value)?.root);
  const prose = childrenOf(root).flatMap((node) => toBlock(node, { unsupported, sourceOf }));
  return { prose, unsupported };
}

function toBlock(node: LexicalNode, reading: Reading): Block[] {
  const { unsupported } = reading;
  const inline = () => toInlines(childrenOf(node), reading);
  switch (node.type) {
    case 'paragraph': {
      const children = inline();
      return children.length > 0 ? [{ kind: 'paragraph', children }] : [];
    }
    case 'heading':
      if (node.tag !== 'h3' && node.tag !== 'h4') unsupported.push(`heading ${nameOf(node.tag)}`);
      return [{ kind: 'heading', level: node.tag === 'h4' ? 4 : 3, children: inline() }];
    case 'list':
      return [toList(node, reading)];
    case 'table':
      return toTable(node, (nodes) => toInlines(nodes, reading), unsupported);
    default:
      unsupported.push(nameOf(node.type));
      return [];
  }
}

function toList(node: LexicalNode, reading: Reading): ListBlock {
  const { unsupported } = reading;
  const items: ListItem[] = [];
  if (node.listType !== 'number' && node.listType !== 'bullet')
    unsupported.push(`list of kind ${nameOf(node.listType)}`);
  if (node.listType === 'number' && (node.start ?? 1) !== 1)
    unsupported.push(`list that starts at ${nameOf(node.start)}`);
  for (const child of childrenOf(node)) {
    if (child.type !== 'listitem') unsupported.push(nameOf(child.type));
    const nested = childrenOf(child).filter((grandchild) => grandchild.type === 'list');
    const own = childrenOf(child).filter((grandchild) => grandchild.type !== 'list');
    if (own.length > 0) items.push({ children: toInlines(own, reading) });
    const last = items.at(-1);
    // Lexical keeps a nested list in an item of its own, after the item it belongs to.
    for (const list of nested.map((each) => toList(each, reading))) {
      if (!last) items.push(...list.items);
      else if (last.list) last.list.items.push(...list.items);
      else last.list = list;
    }
  }
  return { kind: 'list', ordered: node.listType === 'number', items };
}

function toInlines(nodes: LexicalNode[], reading: Reading, isLinked = false): Inline[] {
  const { unsupported, sourceOf } = reading;
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'text') pushText(inlines, node, unsupported);
    else if (node.type === 'linebreak') inlines.push({ kind: 'break' });
    else if (node.type === 'tab') pushText(inlines, { ...node, text: ' ' }, unsupported);
    else if (node.type === 'link' || node.type === 'autolink') {
      const url = asNode(node.fields)?.url;
      const href = typeof url === 'string' ? url : '';
      const children = toInlines(childrenOf(node), reading, true);
      if (isSafeHref(href)) inlines.push({ kind: 'link', href, children });
      else {
        unsupported.push(`link to ${href || 'nowhere'}`);
        inlines.push(...children);
      }
    } else if (isCitation(node) && !isLinked) {
      const id = citedId(node);
      const source = id === null ? null : sourceOf(id);
      if (source === null) unsupported.push('citation of no source');
      else pushCitation(inlines, source);
    } else unsupported.push(isCitation(node) ? 'citation inside a link' : nameOf(node.type));
  }
  return inlines;
}

/** A mark stands close to what it is about, however it was typed. */
function pushCitation(inlines: Inline[], source: string): void {
  const last = inlines.at(-1);
  if (last?.kind === 'text') last.text = last.text.trimEnd();
  if (last?.kind === 'text' && last.text === '') inlines.pop();
  inlines.push({ kind: 'cite', source });
}

function pushText(inlines: Inline[], node: LexicalNode, unsupported: string[]): void {
  const text = typeof node.text === 'string' ? node.text : '';
  if (!text) return;
  const format = typeof node.format === 'number' ? node.format : 0;
  if ((format & ~(BOLD | ITALIC | SUBSCRIPT | SUPERSCRIPT)) !== 0) unsupported.push(OTHER_FORMAT);
  if ((format & SUBSCRIPT) !== 0 && (format & SUPERSCRIPT) !== 0) unsupported.push('text both raised and lowered');
  const marks: Pick<Extract<Inline, { kind: 'text' }>, 'bold' | 'italic' | 'script'> = {
    ...(format & BOLD ? { bold: true } : {}),
    ...(format & ITALIC ? { italic: true } : {}),
    ...(format & (SUBSCRIPT | SUPERSCRIPT) ? { script: format & SUPERSCRIPT ? 'super' : 'sub' } : {}),
  };
  const last = inlines.at(-1);
  const isSame =
    last?.kind === 'text' && last.bold === marks.bold && last.italic === marks.italic && last.script === marks.script;
  // The editor splits text where the cursor was; a reader sees one run, so it hashes as one.
  if (isSame) last.text += text;
  else inlines.push({ kind: 'text', text, ...marks });
}

const OTHER_FORMAT = 'text format other than bold, italic, raised and lowered';
