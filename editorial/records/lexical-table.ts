import type { Inline, TableBlock } from '../../model/prose.ts';
import { childrenOf, nameOf, type LexicalNode } from './lexical-nodes.ts';

/** Bits of a cell's `headerState`: it stands in a row, or in a column, of names. */
const IN_HEAD = 1;
const NAMES_ROW = 2;

/**
 * A table as the editor stored it. Merged cells, names in the middle and lists in a cell have no place in the tree:
 * they are named in `unsupported`, and their words stay.
 */
export function toTable(node: LexicalNode, toInlines: (nodes: LexicalNode[]) => Inline[], unsupported: string[]) {
  const rows = childrenOf(node).filter(({ type }) => type === 'tablerow');
  if (rows.length < childrenOf(node).length) unsupported.push('table with something that is no row');
  const width = Math.max(0, ...rows.map((row) => childrenOf(row).length));
  const cells = rows.map((row) => childrenOf(row).map((cell) => toCell(cell, toInlines, unsupported)));
  const states = rows.map((row) => childrenOf(row).map(({ headerState }) => Number(headerState) || 0));
  const hasHead = states[0]?.every((state) => (state & IN_HEAD) !== 0) ?? false;
  const body = hasHead ? states.slice(1) : states;
  const named = body.length > 0 && body.every(([first = 0]) => (first & NAMES_ROW) !== 0);
  if (body.some((row) => row.some((state, i) => (!named || i > 0 ? state !== 0 : (state & IN_HEAD) !== 0))))
    unsupported.push('names in a table outside its first row and column');
  const padded = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, (): Inline[] => [])]);
  const [head = []] = hasHead ? padded : [];
  const table: TableBlock = { kind: 'table', head, rows: padded.slice(hasHead ? 1 : 0), named };
  return width > 0 ? [table] : [];
}

function toCell(cell: LexicalNode, toInlines: (nodes: LexicalNode[]) => Inline[], unsupported: string[]): Inline[] {
  if (cell.type !== 'tablecell') unsupported.push(nameOf(cell.type));
  if (Number(cell.colSpan ?? 1) > 1 || Number(cell.rowSpan ?? 1) > 1) unsupported.push('merged cells of a table');
  const lines = childrenOf(cell).map((block) => {
    if (block.type !== 'paragraph') unsupported.push(`${nameOf(block.type)} in a table`);
    return toInlines(block.type === 'list' ? childrenOf(block).flatMap(childrenOf) : childrenOf(block));
  });
  return lines
    .map(trimmed)
    .filter((line) => line.length > 0)
    .flatMap((line, i): Inline[] => (i === 0 ? line : [{ kind: 'break' }, ...line]));
}

/** A line without the blanks at its ends: in a cell nobody can see them. */
function trimmed(line: Inline[]): Inline[] {
  const ends = line.map((inline, i): Inline => {
    if (inline.kind !== 'text') return inline;
    const begun = i === 0 ? inline.text.trimStart() : inline.text;
    return { ...inline, text: i === line.length - 1 ? begun.trimEnd() : begun };
  });
  return ends.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
