import type { Block, Inline, ListBlock, Prose, TableBlock } from '../../model/prose.ts';
import { citation } from './citation.ts';

type Id = number | string;
type Node = Record<string, unknown>;

/** What the rich-text editor would have stored for a text: the way back from `lexical-to-prose.ts`. */
export function proseToLexical(prose: Prose, sourceId: (slug: string) => Id): { root: Node } {
  // The editor names links and citations by ids of its own; counted, so that the same text is stored alike.
  let made = 0;
  const name = () => (made += 1).toString(16).padStart(24, '0');
  const inline = (inlines: Inline[]): Node[] => inlines.map((each) => toInline(each, inline, sourceId, name));
  return {
    root: element(
      'root',
      prose.map((block) => toBlock(block, inline)),
    ),
  };
}

type ToInline = (inlines: Inline[]) => Node[];

const element = (type: string, children: Node[], more: Node = {}): Node => ({
  type,
  children,
  direction: null,
  format: '',
  indent: 0,
  version: 1,
  ...more,
});

const paragraph = (children: Node[]): Node => element('paragraph', children, { textFormat: 0, textStyle: '' });

function toBlock(block: Block, inline: ToInline): Node {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(inline(block.children));
    case 'heading':
      return element('heading', inline(block.children), { tag: `h${block.level}` });
    case 'list':
      return toList(block, 0, inline);
    case 'table':
      return toTable(block, inline);
  }
}

/** A list inside an item stands in an item of its own after it. */
function toList({ ordered, items }: ListBlock, indent: number, inline: ToInline): Node {
  const bare = items.flatMap(({ children, list }) => [
    inline(children),
    ...(list ? [[toList(list, indent + 1, inline)]] : []),
  ]);
  return element(
    'list',
    bare.map((children, i) => element('listitem', children, { indent, value: i + 1 })),
    { listType: ordered ? 'number' : 'bullet', start: 1, tag: ordered ? 'ol' : 'ul' },
  );
}

/** Bits of a cell's `headerState`. */
const IN_HEAD = 1;
const NAMES_ROW = 2;

function toTable({ head, rows, named }: TableBlock, inline: ToInline): Node {
  const cell = (inlines: Inline[], headerState: number) =>
    element('tablecell', [paragraph(inline(inlines))], { backgroundColor: null, colSpan: 1, rowSpan: 1, headerState });
  const row = (cells: Node[]) => element('tablerow', cells);
  return element('table', [
    ...(head.length > 0 ? [row(head.map((each) => cell(each, IN_HEAD)))] : []),
    ...rows.map((cells) => row(cells.map((each, i) => cell(each, named && i === 0 ? NAMES_ROW : 0)))),
  ]);
}

/** Bits of a text's `format`. */
const FORMAT = { bold: 1, italic: 2, sub: 32, super: 64 } as const;

function toInline(inline: Inline, children: ToInline, sourceId: (slug: string) => Id, name: () => string): Node {
  switch (inline.kind) {
    case 'break':
      return { type: 'linebreak', version: 1 };
    case 'cite': {
      const fields = { id: name(), blockType: citation.slug, blockName: '', source: sourceId(inline.source) };
      return { type: 'inlineBlock', version: 1, fields };
    }
    case 'link': {
      const fields = { linkType: 'custom', newTab: false, url: inline.href };
      return element('link', children(inline.children), { version: 3, fields, id: name() });
    }
    case 'text': {
      const { text, bold, italic, script } = inline;
      const format = (bold ? FORMAT.bold : 0) | (italic ? FORMAT.italic : 0) | (script ? FORMAT[script] : 0);
      return { type: 'text', text, format, detail: 0, mode: 'normal', style: '', version: 1 };
    }
  }
}
