import type { Block, Inline, ListBlock, ListItem, Prose } from '../../model/prose.ts';
import { holdsBlock, isBlock } from '../editor/html-blocks.ts';
import { linesOf, marksOf, tokensOf, type Marks, type Token } from './html-to-lines.ts';

/** Is told, in words for an editor, what of the form could not be kept. */
export type Tell = (what: string) => void;

/** HTML that `cleanClipboard` made, as running text: what it left has a place in the tree. */
export function htmlToProse(parent: Element, tell: Tell, outer: Marks = {}): Prose {
  const blocks: Block[] = [];
  let run: Token[] = [];
  const endRun = () => {
    const children = linesOf(run);
    if (children.length > 0) blocks.push({ kind: 'paragraph', children });
    run = [];
  };
  const walk = (inside: Iterable<Node>, marks: Marks) => {
    for (const node of inside) {
      const element = asElement(node);
      if (element && isBlock(element)) {
        endRun();
        blocks.push(...toBlocks(element, tell, marks));
      } else if (element && holdsBlock(element)) {
        if (element.matches('a[href]')) tell('a link around paragraphs');
        walk(element.childNodes, marksOf(element, marks));
      } else run.push(...tokensOf(node, marks));
    }
  };
  walk(parent.childNodes, outer);
  endRun();
  return blocks;
}

function toBlocks(element: Element, tell: Tell, marks: Marks): Block[] {
  switch (element.tagName) {
    case 'H3':
    case 'H4': {
      const children = linesOf(tokensOf(element, {}));
      return children.length > 0 ? [{ kind: 'heading', level: element.tagName === 'H3' ? 3 : 4, children }] : [];
    }
    case 'UL':
    case 'OL': {
      const list = toList(element, tell);
      return list.items.length > 0 ? [list] : [];
    }
    case 'TABLE':
      return toTable(element);
    default:
      return htmlToProse(element, tell, marksOf(element, marks));
  }
}

function toList(element: Element, tell: Tell): ListBlock {
  const items: ListItem[] = [];
  // Words that stand in the list itself, between its items.
  let loose: Node[] = [];
  const endLoose = () => {
    addItems(items, loose, tell);
    loose = [];
  };
  for (const node of element.childNodes) {
    const child = asElement(node);
    if (!child?.matches('li,ul,ol')) {
      loose.push(node);
      continue;
    }
    endLoose();
    if (child.tagName === 'LI') addItems(items, child.childNodes, tell);
    else hang(items, toList(child, tell), tell);
  }
  endLoose();
  return { kind: 'list', ordered: element.tagName === 'OL', items };
}

const LOST_FORM = 'the form of some lists inside items';

/** An item has words and then one list: what goes on after the list is an item of its own, so that the order stays. */
function addItems(items: ListItem[], nodes: Iterable<Node>, tell: Tell): void {
  const had = items.length;
  let run: Token[] = [];
  const endRun = () => {
    const children = linesOf(run);
    if (children.length > 0) items.push({ children });
    run = [];
  };
  const walk = (inside: Iterable<Node>, marks: Marks) => {
    for (const node of inside) {
      const element = asElement(node);
      if (element?.matches('ul,ol')) {
        endRun();
        hang(items, toList(element, tell), tell);
      } else if (element?.querySelector('ul,ol')) {
        const edge: Token[] = isBlock(element) ? [{ kind: 'edge' }] : [];
        run.push(...edge);
        walk(element.childNodes, marksOf(element, marks));
        run.push(...edge);
      } else {
        if (element?.matches('table') || element?.querySelector('table')) tell('the form of a table inside a list');
        run.push(...tokensOf(node, marks));
      }
    }
  };
  walk(nodes, {});
  endRun();
  if (items.length > had + 1) tell(LOST_FORM);
}

/** Puts a list under the last item, behind the list that it has; before any item its items stand for it. */
function hang(items: ListItem[], list: ListBlock, tell: Tell): void {
  const last = items.at(-1);
  if (list.items.length === 0) return;
  if (last && !last.list) {
    last.list = list;
    return;
  }
  // Numbers would go on where they begin anew.
  if (!last || last.list?.ordered || list.ordered) tell(LOST_FORM);
  (last?.list?.items ?? items).push(...list.items);
}

/** Rows of one length: the widest says how many cells there are. */
function toTable(element: Element): Block[] {
  const rows = [...element.querySelectorAll('tr')].map((row) => [...row.children]);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0) return [];
  const filled = (cells: Element[]): Inline[][] =>
    Array.from({ length: width }, (_, i) => (cells[i] ? linesOf(tokensOf(cells[i], {})) : []));
  const hasHead = rows[0]?.every(({ tagName }) => tagName === 'TH') === true;
  const body = hasHead ? rows.slice(1) : rows;
  const named = body.length > 0 && body.every(([cell]) => cell?.tagName === 'TH');
  return [{ kind: 'table', head: hasHead ? filled(rows[0] ?? []) : [], rows: body.map(filled), named }];
}

const asElement = (node: Node): Element | null => (node.nodeType === 1 ? (node as Element) : null);
