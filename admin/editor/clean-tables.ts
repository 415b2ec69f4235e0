import { holdsBlock, isBlock } from './html-blocks.ts';

/**
 * Makes every table one that a text may have: a row of names, no merged cells, lines in cells. Answers what was lost.
 * Attributes of scope go: the editor knows names by where they stand.
 */
export function tablesIn(page: Document): string[] {
  const dropped = new Set<string>();
  // Inner tables first: their words become lines of the cell around them.
  for (const table of [...page.body.querySelectorAll('table')].reverse()) {
    if (table.parentElement?.closest('td,th')) {
      dropped.add('a table inside a table');
      table.replaceWith(...linesOf(page, table));
      continue;
    }
    for (const list of [...table.querySelectorAll('ul,ol')].reverse()) {
      dropped.add('lists inside cells');
      list.replaceWith(...linesOf(page, list));
    }
    if (split(page, table)) dropped.add('the joining of cells');
    const caption = table.querySelector('caption');
    if (caption) table.before(...linesOf(page, caption));
    caption?.remove();
    nameColumns(table);
  }
  return [...dropped];
}

/** Each block of an element as a line with its words and their marks. */
function linesOf(page: Document, element: Element): Element[] {
  const lines: Element[] = [];
  let line = page.createElement('p');
  const endLine = () => {
    if (line.textContent.trim() !== '') lines.push(line);
    line = page.createElement('p');
  };
  const walk = (parent: Element) => {
    for (const node of parent.childNodes) {
      const inner = node.nodeType === 1 ? (node as Element) : null;
      if (!inner || (!isBlock(inner) && !holdsBlock(inner))) {
        line.append(node.cloneNode(true));
        continue;
      }
      if (isBlock(inner)) endLine();
      walk(inner);
      if (isBlock(inner)) endLine();
    }
  };
  walk(element);
  endLine();
  return lines;
}

/** A merged cell becomes one with its words, and empty ones beside and below it. */
function split(page: Document, table: HTMLTableElement): boolean {
  let found = false;
  [...table.rows].forEach((row, at) => {
    for (const cell of [...row.cells]) {
      const { colSpan, rowSpan, cellIndex } = cell;
      if (colSpan <= 1 && rowSpan <= 1) continue;
      found = true;
      cell.removeAttribute('colspan');
      cell.removeAttribute('rowspan');
      for (let more = 1; more < colSpan; more += 1) cell.after(page.createElement('td'));
      for (const below of [...table.rows].slice(at + 1, at + rowSpan)) {
        for (let more = 0; more < colSpan; more += 1) below.insertCell(Math.min(cellIndex, below.cells.length));
      }
    }
  });
  return found;
}

function nameColumns(table: HTMLTableElement): void {
  const [first, ...others] = [...table.rows];
  const isNamed = first !== undefined && [...first.cells].some(({ tagName }) => tagName === 'TH');
  if (first && (isNamed || others.length > 0)) for (const cell of [...first.cells]) renameCell(cell, 'th');
  const named = others.length > 0 && others.every(({ cells: [cell] }) => cell?.tagName === 'TH');
  for (const row of others) {
    [...row.cells].forEach((cell, i) => {
      renameCell(cell, named && i === 0 ? 'th' : 'td');
    });
  }
}

function renameCell(cell: HTMLTableCellElement, name: 'th' | 'td'): void {
  const other = cell.ownerDocument.createElement(name);
  other.append(...cell.childNodes);
  cell.replaceWith(other);
}
