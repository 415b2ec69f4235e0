/**
 * Running text as it is frozen in a release: a small tree of its own, so that a release from years
 * ago still renders when the editor's internal format has moved on, and so that a save which changes
 * nothing a reader can see does not change the revision hash (ADR 0005). What a text does not have leaves no trace in
 * it: a text without tables, raised words and citations has the tree, and the hash, that it had before there were any.
 */
export type Inline =
  | { kind: 'text'; text: string; bold?: true; italic?: true; script?: 'super' | 'sub' }
  | { kind: 'link'; href: string; children: Inline[] }
  | Citation
  | { kind: 'break' };

/** A mark that names one of the entry's sources by its short name. Channels show its number (ADR 0072). */
export interface Citation {
  kind: 'cite';
  source: string;
}

export interface ListItem {
  children: Inline[];
  /** a list inside this item */
  list?: ListBlock;
}
export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  items: ListItem[];
}
/** Every row has as many cells as the widest one. */
export interface TableBlock {
  kind: 'table';
  /** cells that name the columns; none when the table has no such row */
  head: Inline[][];
  rows: Inline[][][];
  /** the first cell of each row names the row */
  named: boolean;
}
export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: 3 | 4; children: Inline[] }
  | ListBlock
  | TableBlock;

export type Prose = Block[];

/** Every run of words of a text, in reading order: paragraphs, headings, list items, cells. */
export const runsIn = (prose: Prose): Inline[][] => prose.flatMap(runsOfBlock);

function runsOfBlock(block: Block): Inline[][] {
  if (block.kind === 'list')
    return block.items.flatMap(({ children, list }) => [children, ...(list ? runsOfBlock(list) : [])]);
  return block.kind === 'table' ? [block.head, ...block.rows].flat() : [block.children];
}

/** The citations of a text in reading order, each as the tree has it. */
export const citationsIn = (prose: Prose): Citation[] => runsIn(prose).flatMap(citationsOfRun);

const citationsOfRun = (inlines: Inline[]): Citation[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'cite') return [inline];
    return inline.kind === 'link' ? citationsOfRun(inline.children) : [];
  });
