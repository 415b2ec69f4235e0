import type { Block, Inline, ListBlock, ListItem, Prose } from '../../model/prose.ts';
import { isSafeHref } from '../../model/safe-href.ts';

type Marks = Omit<Extract<Inline, { kind: 'text' }>, 'kind' | 'text'>;

const MARKS: Readonly<Record<string, Marks>> = {
  STRONG: { bold: true },
  B: { bold: true },
  EM: { italic: true },
  I: { italic: true },
  SUP: { script: 'super' },
  SUB: { script: 'sub' },
};
const BLOCKS = 'p,div,section,article,main,header,footer,h3,h4,ul,ol,table';

/** HTML that `cleanClipboard` made, as running text: what it left has a place in the tree. */
export function htmlToProse(parent: Element): Prose {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  const endRun = () => {
    const children = trimmed(run);
    if (children.length > 0) blocks.push({ kind: 'paragraph', children });
    run = [];
  };
  for (const node of parent.childNodes) {
    const element = asElement(node);
    if (!element || (!element.matches(BLOCKS) && !element.querySelector(BLOCKS))) {
      run.push(...inlinesOf(node));
      continue;
    }
    endRun();
    blocks.push(...toBlocks(element));
  }
  endRun();
  return blocks;
}

function toBlocks(element: Element): Block[] {
  switch (element.tagName) {
    case 'H3':
    case 'H4': {
      const children = trimmed(childInlines(element, {}));
      return children.length > 0 ? [{ kind: 'heading', level: element.tagName === 'H3' ? 3 : 4, children }] : [];
    }
    case 'UL':
    case 'OL': {
      const list = toList(element);
      return list.items.length > 0 ? [list] : [];
    }
    case 'TABLE':
      return toTable(element);
    default:
      return htmlToProse(element);
  }
}

function toList(element: Element): ListBlock {
  const items: ListItem[] = [];
  for (const child of element.children) {
    const inner = child.matches('ul,ol') ? child : child.querySelector('ul,ol');
    const list = inner ? toList(inner) : null;
    const children = child === inner ? [] : trimmed(childInlines(child, {}, 'ul,ol'));
    const last = items.at(-1);
    if (child === inner && list && last && !last.list) last.list = list;
    else if (children.length > 0 || list) items.push({ children, ...(list && list.items.length > 0 ? { list } : {}) });
  }
  return { kind: 'list', ordered: element.tagName === 'OL', items };
}

/** Rows of one length: the widest says how many cells there are. */
function toTable(element: Element): Block[] {
  const rows = [...element.querySelectorAll('tr')].map((row) => [...row.children]);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0) return [];
  const filled = (cells: Element[]): Inline[][] =>
    Array.from({ length: width }, (_, i) => (cells[i] ? trimmed(childInlines(cells[i], {})) : []));
  const hasHead = rows[0]?.every(({ tagName }) => tagName === 'TH') === true;
  const body = hasHead ? rows.slice(1) : rows;
  const named = body.length > 0 && body.every(([cell]) => cell?.tagName === 'TH');
  return [{ kind: 'table', head: hasHead ? filled(rows[0] ?? []) : [], rows: body.map(filled), named }];
}

function childInlines(parent: Element, marks: Marks, without = ''): Inline[] {
  return [...parent.childNodes].flatMap((node, i) => {
    const element = asElement(node);
    if (element && without !== '' && element.matches(without)) return [];
    // Lines of a cell or an item.
    const breaks = element?.matches('p,div') === true && i > 0 && element.previousElementSibling !== null;
    return [...(breaks ? [{ kind: 'break' as const }] : []), ...inlinesOf(node, marks, without)];
  });
}

function inlinesOf(node: Node, marks: Marks = {}, without = ''): Inline[] {
  const element = asElement(node);
  if (!element) {
    const text = node.nodeType === 3 ? (node.textContent ?? '').replaceAll(/\s+/g, ' ') : '';
    return text === '' ? [] : [{ kind: 'text', text, ...marks }];
  }
  if (element.tagName === 'BR') return [{ kind: 'break' }];
  const children = childInlines(element, { ...marks, ...MARKS[element.tagName] }, without);
  const href = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : '';
  return href !== '' && isSafeHref(href) && children.length > 0 ? [{ kind: 'link', href, children }] : children;
}

/** Without blanks and breaks at the ends; null children of nothing but blanks. */
function trimmed(inlines: Inline[]): Inline[] {
  const isBlank = (inline: Inline | undefined): boolean =>
    inline?.kind === 'break' || (inline?.kind === 'text' && inline.text.trim() === '');
  let [from, to] = [0, inlines.length];
  while (from < to && isBlank(inlines[from])) from += 1;
  while (to > from && isBlank(inlines[to - 1])) to -= 1;
  return inlines.slice(from, to).map((inline, i, all) => {
    if (inline.kind !== 'text') return inline;
    const text = i === 0 ? inline.text.trimStart() : inline.text;
    return { ...inline, text: i === all.length - 1 ? text.trimEnd() : text };
  });
}

const asElement = (node: Node): Element | null => (node.nodeType === 1 ? (node as Element) : null);
