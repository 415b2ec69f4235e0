import type { Block, Inline, ListBlock, Prose, TableBlock } from '../../../model/prose.ts';
import { changeOf, PLAIN, signsBetween, type Look } from './marks.ts';

/**
 * Running text as a content file has it (docs/content-format.md). `read-prose.ts` is the way back, and answers the
 * same tree: what has no sign of its own is written by its number, as `&#32;`.
 */
export const writeProse = (prose: Prose): string => prose.map(blockOf).join('\n\n');

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineOf(block.children)}`.trimEnd();
    case 'paragraph':
      return asParagraph(lineOf(block.children));
    case 'list':
      return itemsOf(block, '').join('\n');
    case 'table':
      return tableOf(block).join('\n');
  }
}

const itemsOf = ({ ordered, items }: ListBlock, indent: string): string[] =>
  items.flatMap(({ children, list }, i) => [
    `${indent}${ordered ? `${i + 1}.` : '-'} ${lineOf(children)}`.trimEnd(),
    ...(list ? itemsOf(list, `${indent}    `) : []),
  ]);

function tableOf({ head, rows, named }: TableBlock): string[] {
  const width = (head.length > 0 ? head : (rows[0] ?? [])).length;
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const written = (cells: Inline[][]) => row(cells.map((cell) => notDashes(lineOf(cell))));
  const below = row(Array.from({ length: width }, (_, i) => (named && i === 0 ? '===' : '---')));
  return [...(head.length > 0 ? [written(head)] : []), below, ...rows.map(written)];
}

/** The words of a cell that could be taken for the line below the names. */
const notDashes = (cell: string): string => (/^[-:=]+$/.test(cell) ? `\\${cell}` : cell);

/** A line that could be taken for a heading or an item of a list. */
const asParagraph = (line: string): string =>
  line.replace(/^(?=#|[-+](?: |$))/, '\\').replace(/^(\d+)(?=\.(?: |$))/, '$1\\');

interface Written {
  line: string;
  look: Look;
}

/** One run without a new line in it. Blanks at its ends are written by number, for nobody sees them in a file. */
function lineOf(inlines: Inline[]): string {
  const { line, look } = inlines.reduce(append, { line: '', look: PLAIN });
  const signs = signsBetween(look, PLAIN);
  return byNumberAtEnds(`${signs === '' ? line : line.replace(/\s$/, byNumber)}${signs}`);
}

function append({ line, look }: Written, inline: Inline): Written {
  switch (inline.kind) {
    case 'break':
      return { line: `${line}<br>`, look };
    case 'cite':
      return { line: `${line}${line === '' || line.endsWith('<br>') ? '' : ' '}[@${inline.source}]`, look };
    case 'link': {
      const inside = inline.children.reduce(append, { line: '[', look });
      return { line: `${line}${inside.line}](${hrefOf(inline.href)})`, look: inside.look };
    }
    case 'text': {
      const signs = signsBetween(look, inline);
      const text = textOf(inline.text);
      // A mark begins before a word and ends behind one (`read-inlines.ts`).
      const { begins, ends } = changeOf(look, inline);
      const before = ends ? line.replace(/\s$/, byNumber) : line;
      return { line: `${before}${signs}${begins ? text.replace(/^\s/, byNumber) : text}`, look: inline };
    }
  }
}

const byNumber = (sign: string): string => `&#${sign.charCodeAt(0)};`;
const byNumberAtEnds = (line: string): string => line.replace(/^\s|\s$/g, byNumber);

/** Signs that nobody sees in a file or that end a line there; halves of a sign. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\p{Surrogate}/gu;

const textOf = (text: string): string =>
  text.replace(/[\\*^~[\]|]|&(?=#\d)|<(?=br>)/g, '\\$&').replace(UNSEEN, byNumber);

const hrefOf = (href: string): string =>
  href
    .replace(/[\\()|]|&(?=#\d)/g, '\\$&')
    .replace(/\s/g, byNumber)
    .replace(UNSEEN, byNumber);
