import type { Block, Inline, ListItem, Prose } from '../../model/prose.ts';

/**
 * The Markdown of content files (docs/content-format.md) as the text that a release would hold, without Payload's
 * editor: for checks that read a library and write nothing. What is loaded goes through the editor's own converter.
 */
export const markdownToProse = (markdown: string): Prose =>
  markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => blocksOf(part.split('\n')));

const ITEM = /^\s*(?:[-*]|\d+\.)\s+/;
const HEADING = /^(####?) +(.*)$/;

/** Lines without an empty one between them: one block, or a heading or a paragraph with a list right below. */
function blocksOf([first = '', ...rest]: string[]): Block[] {
  const below = (lines: string[]) => (lines.length > 0 ? blocksOf(lines) : []);
  const heading = HEADING.exec(first);
  if (heading) {
    const level = heading[1] === '####' ? 4 : 3;
    return [{ kind: 'heading', level, children: inlinesOf(heading[2] ?? '') }, ...below(rest)];
  }
  if (first.startsWith('|')) return [tableOf([first, ...rest])];
  const isItem = ITEM.test(first);
  const lines = [first, ...rest];
  const other = lines.findIndex((line) => isItem !== ITEM.test(line) && !/^\s{2,}\S/.test(line));
  const own = other === -1 ? lines : lines.slice(0, other);
  const block: Block = isItem ? listOf(own) : { kind: 'paragraph', children: inlinesOf(own.join(' ')) };
  return [block, ...below(other === -1 ? [] : lines.slice(other))];
}

/** Lists inside lists count as items of the outer one: checks read the words. */
function listOf(lines: string[]): Block {
  const items: ListItem[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (ITEM.test(line)) items.push({ children: inlinesOf(line.replace(ITEM, '')) });
    else last?.children.push(...inlinesOf(` ${line.trim()}`));
  }
  return { kind: 'list', ordered: /^\s*\d/.test(lines[0] ?? ''), items };
}

function tableOf([head = '', , ...rows]: string[]): Block {
  const cells = (line: string) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inlinesOf(cell.trim()));
  return { kind: 'table', head: cells(head), rows: rows.map(cells), named: false };
}

const MARK = / ?\[@([^\]]+)\]|\[([^\]]+)\]\(([^)]+)\)|\*\*([^*]+)\*\*|\*([^*]+)\*|_([^_]+)_|\^([^^]+)\^|~([^~]+)~/g;

function inlinesOf(line: string): Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    inlines.push(...textOf(line.slice(at, match.index)), inlineOf(match));
    at = match.index + match[0].length;
  }
  return [...inlines, ...textOf(line.slice(at))];
}

const textOf = (text: string): Inline[] => (text === '' ? [] : [{ kind: 'text', text }]);

function inlineOf([, source, label, href, bold, star, line, raised, lowered]: RegExpMatchArray): Inline {
  if (source !== undefined) return { kind: 'cite', source };
  if (label !== undefined) return { kind: 'link', href: href ?? '', children: inlinesOf(label) };
  if (bold !== undefined) return { kind: 'text', text: bold, bold: true };
  if (raised !== undefined) return { kind: 'text', text: raised, script: 'super' };
  if (lowered !== undefined) return { kind: 'text', text: lowered, script: 'sub' };
  return { kind: 'text', text: star ?? line ?? '', italic: true };
}
