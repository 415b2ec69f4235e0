/**
 * Running text as it is frozen in a release: a small tree of its own, so that a release from years
 * ago still renders when the editor's internal format has moved on, and so that a save which changes
 * nothing a reader can see does not change the revision hash (ADR 0005).
 */
export type Inline =
  | { kind: 'text'; text: string; bold?: true; italic?: true }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'break' };

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
export type Block =
  { kind: 'paragraph'; children: Inline[] } | { kind: 'heading'; level: 3 | 4; children: Inline[] } | ListBlock;

export type Prose = Block[];

/** Plain text: one line per block or list item, link addresses left out. */
export function proseToText(prose: Prose): string {
  return prose.map(blockToText).join('\n');
}

function blockToText(block: Block): string {
  if (block.kind !== 'list') return inlineToText(block.children);
  return block.items
    .map((item) => inlineToText(item.children) + (item.list ? `\n${blockToText(item.list)}` : ''))
    .join('\n');
}

function inlineToText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.kind === 'link' ? inlineToText(inline.children) : inline.text;
    })
    .join('');
}

/** Text with what a reader can also tell apart: headings, list marks, lists inside lists and where links lead. */
export const proseToMarkedText = (prose: Prose): string => prose.map((block) => blockToMarkedText(block)).join('\n');

function blockToMarkedText(block: Block, indent = ''): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${inlineToMarkedText(block.children)}`;
  if (block.kind === 'paragraph') return inlineToMarkedText(block.children);
  return block.items
    .map(
      ({ children, list }, i) =>
        `${indent}${block.ordered ? `${i + 1}.` : '•'} ${inlineToMarkedText(children)}${list ? `\n${blockToMarkedText(list, `${indent}  `)}` : ''}`,
    )
    .join('\n');
}

const inlineToMarkedText = (inlines: Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.kind === 'link' ? `${inlineToMarkedText(inline.children)} (${inline.href})` : inline.text;
    })
    .join('');
