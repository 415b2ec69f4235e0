import type { Block, Inline, ListBlock, Prose, TableBlock } from '../../../model/prose.ts';
import { readInlines } from './read-inlines.ts';

const HEADING = /^(#{1,6})(?:\s+(.*))?$/;
const ITEM = /^(\s*)([-*+]|\d+\.)(?:\s+(.*))?$/;
const ROW = /^\|.*\|\s*$/;
const BELOW_NAMES = /^(?::?-+:?|=+)$/;

interface Item {
  indent: number;
  number: number | null;
  text: string;
}

/** Running text of a content file as the tree that a release freezes, and what in it has no place there. */
export function readProse(markdown: string): { prose: Prose; problems: string[] } {
  const problems: string[] = [];
  const lines = markdown.split('\n');
  const prose: Prose = [];
  for (let i = 0; i < lines.length;) {
    const { blocks, next } = blockAt(lines, i, problems);
    prose.push(...blocks);
    i = next;
  }
  return { prose, problems };
}

function blockAt(lines: string[], from: number, problems: string[]): { blocks: Block[]; next: number } {
  const line = lines[from] ?? '';
  if (line.trim() === '') return { blocks: [], next: from + 1 };
  const heading = HEADING.exec(line);
  if (heading) return { blocks: [toHeading(heading, problems)], next: from + 1 };
  const runs = (is: (text: string) => boolean) => {
    let next = from + 1;
    while (next < lines.length && is(lines[next] ?? '')) next += 1;
    return { taken: lines.slice(from, next), next };
  };
  if (ROW.test(line)) {
    const { taken, next } = runs((text) => ROW.test(text));
    return { blocks: [toTable(taken, problems)], next };
  }
  const goesOn = (text: string) => text.trim() !== '' && !HEADING.test(text) && !ROW.test(text);
  if (ITEM.test(line)) {
    const { taken, next } = runs(goesOn);
    return { blocks: toLists(toItems(taken), problems), next };
  }
  const { taken, next } = runs((text) => goesOn(text) && !ITEM.test(text));
  const children = readInlines(taken.map((text) => text.trim()).join(' '), problems);
  return { blocks: [{ kind: 'paragraph', children }], next };
}

function toHeading([, signs = '', text = '']: RegExpExecArray, problems: string[]): Block {
  const level = signs.length;
  if (level !== 3 && level !== 4) problems.push(`a heading inside a section begins with ### or ####, not ${signs}`);
  return { kind: 'heading', level: level === 4 ? 4 : 3, children: readInlines(text.trim(), problems) };
}

/** A line that begins no item goes on with the one before it. */
function toItems(lines: string[]): Item[] {
  const items: Item[] = [];
  for (const line of lines) {
    const [, indent = '', sign = '', text = ''] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (sign === '' && last) last.text += ` ${line.trim()}`;
    else {
      const number = sign.endsWith('.') ? Number(sign.slice(0, -1)) : null;
      items.push({ indent: indent.replaceAll('\t', '    ').length, number, text: text.trim() });
    }
  }
  return items;
}

/** Items of one depth in their lists: another kind begins another list. What is further in belongs to the item before. */
function toLists(items: Item[], problems: string[]): ListBlock[] {
  const [first] = items;
  const lists: ListBlock[] = [];
  for (let i = 0; first && i < items.length;) {
    const item = items[i] ?? first;
    const inner = items.slice(i + 1).findIndex(({ indent }) => indent <= first.indent);
    const next = inner === -1 ? items.length : i + 1 + inner;
    const below = toLists(items.slice(i + 1, next), problems);
    if (below.length > 1) problems.push('a list inside an item is of one kind');
    const [list] = below;
    const ordered = item.number !== null;
    const last = lists.at(-1);
    const own = { children: readInlines(item.text, problems), ...(list ? { list } : {}) };
    if (last?.ordered === ordered) last.items.push(own);
    else {
      if (ordered && item.number !== 1) problems.push(`a list begins at 1, not at ${item.number}`);
      lists.push({ kind: 'list', ordered, items: [own] });
    }
    i = next;
  }
  return lists;
}

function toTable(lines: string[], problems: string[]): TableBlock {
  const rows = lines.map(cellsOf);
  const below = rows.slice(0, 2).findIndex((cells) => cells.every((cell) => BELOW_NAMES.test(cell)));
  const named = below !== -1 && (rows[below]?.[0] ?? '').startsWith('=');
  const width = Math.max(...rows.map((cells) => cells.length));
  const read = (cells: string[]): Inline[][] =>
    Array.from({ length: width }, (_, i) => readInlines(cells[i] ?? '', problems));
  return {
    kind: 'table',
    head: below === 1 ? read(rows[0] ?? []) : [],
    rows: rows.slice(below + 1).map(read),
    named,
  };
}

/** The cells of `| one | two |`: a `\\|` is a sign, not an end. */
function cellsOf(line: string): string[] {
  const cells = [''];
  for (const [part] of line
    .trim()
    .slice(1, -1)
    .matchAll(/\\[^]|[^]/gu)) {
    if (part === '|') cells.push('');
    else cells.push((cells.pop() ?? '') + part);
  }
  return cells.map((cell) => cell.trim());
}
