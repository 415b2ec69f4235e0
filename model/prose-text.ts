import type { Block, Inline, Prose, TableBlock } from './prose.ts';

/** Plain text: one line per block, list item or row; without addresses of links and without citations. */
export const proseToText = (prose: Prose): string => prose.map(blockToText).join('\n');

/** The words of a run, as `proseToText` has them. */
export const inlineToText = (inlines: Inline[]): string => inlines.map(inlineAsText).join('');

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items
        .map((item) => inlineToText(item.children) + (item.list ? `\n${blockToText(item.list)}` : ''))
        .join('\n');
    case 'table':
      return [...(block.head.length > 0 ? [block.head] : []), ...block.rows]
        .map((cells) => cells.map((cell) => inlineToText(cell).replaceAll('\n', ' ')).join(' | '))
        .join('\n');
    default:
      return inlineToText(block.children);
  }
}

function inlineAsText(inline: Inline): string {
  switch (inline.kind) {
    case 'break':
      return '\n';
    case 'cite':
      return '';
    case 'link':
      return inlineToText(inline.children);
    case 'text':
      return inline.text;
  }
}

/**
 * Text with what a reader can also tell apart: headings, list marks, lists inside lists, where links lead, what is
 * raised or lowered, and each cell of a table behind the name of its column. Citations by the names of their sources.
 */
export const proseToMarkedText = (prose: Prose): string => marked(prose, ({ source }) => ` [@${source}]`);

/** The marked text without citations: which source a sentence rests on changes nothing of what it tells a reader to do. */
export const proseToUncitedText = (prose: Prose): string => marked(prose, () => '');

type Cite = (citation: { source: string }) => string;

const marked = (prose: Prose, cite: Cite): string => prose.map((block) => blockMarked(block, cite)).join('\n');

function blockMarked(block: Block, cite: Cite, indent = ''): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarked(block.children, cite)}`;
    case 'paragraph':
      return inlineMarked(block.children, cite);
    case 'table':
      return tableMarked(block, cite);
    case 'list':
      return block.items
        .map(
          ({ children, list }, i) =>
            `${indent}${block.ordered ? `${i + 1}.` : '•'} ${inlineMarked(children, cite)}${list ? `\n${blockMarked(list, cite, `${indent}  `)}` : ''}`,
        )
        .join('\n');
  }
}

/** One line a row, so that a diff stays in its cell: `| Adults | Dose: 1 tablet |`. */
function tableMarked({ head, rows, named }: TableBlock, cite: Cite): string {
  const cell = (inlines: Inline[]) => inlineMarked(inlines, cite).replaceAll('\n', ' / ').trim();
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const names = head.map((inlines) => inlineToText(inlines).replaceAll('\n', ' ').trim());
  const body = rows.map((cells) =>
    line(
      cells.map((inlines, i) => {
        const name = names[i] ?? '';
        return name === '' || (named && i === 0) ? cell(inlines) : `${name}: ${cell(inlines)}`;
      }),
    ),
  );
  return [...(head.length > 0 ? [line(head.map(cell))] : []), ...body].join('\n');
}

const inlineMarked = (inlines: Inline[], cite: Cite): string =>
  inlines.map((inline) => inlineAsMarked(inline, cite)).join('');

function inlineAsMarked(inline: Inline, cite: Cite): string {
  switch (inline.kind) {
    case 'break':
      return '\n';
    case 'cite':
      return cite(inline);
    case 'link':
      return `${inlineMarked(inline.children, cite)} (${inline.href})`;
    case 'text':
      if (inline.script === undefined) return inline.text;
      return inline.script === 'super' ? `^${inline.text}^` : `~${inline.text}~`;
  }
}
