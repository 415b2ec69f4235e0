import type { Inline } from '../../model/prose.ts';
import { isSafeHref } from '../../model/safe-href.ts';
import { isBlock } from '../editor/html-blocks.ts';

export type Marks = Omit<Extract<Inline, { kind: 'text' }>, 'kind' | 'text'>;
/** Words, or the edge of a block: what stands on both sides of it are lines of their own. */
export type Token = Inline | { kind: 'edge' };

const MARKS: Readonly<Record<string, Marks>> = {
  STRONG: { bold: true },
  B: { bold: true },
  EM: { italic: true },
  I: { italic: true },
  SUP: { script: 'super' },
  SUB: { script: 'sub' },
};

/** The marks of the words inside an element. */
export const marksOf = (element: Element, outer: Marks): Marks => ({ ...outer, ...MARKS[element.tagName] });

/** The words of a node in reading order, with an edge around every block in it. */
export function tokensOf(node: Node, marks: Marks): Token[] {
  if (node.nodeType !== 1) {
    const text = node.nodeType === 3 ? (node.textContent ?? '').replaceAll(/\s+/g, ' ') : '';
    return text === '' ? [] : [{ kind: 'text', text, ...marks }];
  }
  const element = node as Element;
  if (element.tagName === 'BR') return [{ kind: 'break' }];
  const inner = [...element.childNodes].flatMap((child) => tokensOf(child, marksOf(element, marks)));
  const href = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : '';
  const children = href !== '' && isSafeHref(href) ? joined(inner) : [];
  // The edges at the ends of a link are around it, also behind or before a blank.
  const ends = inner.filter((token) => token.kind !== 'text' || token.text.trim() !== '');
  const tokens: Token[] =
    children.length > 0 ? [...edgeOf(ends[0]), { kind: 'link', href, children }, ...edgeOf(ends.at(-1))] : inner;
  return isBlock(element) ? [{ kind: 'edge' }, ...tokens, { kind: 'edge' }] : tokens;
}

const edgeOf = (token: Token | undefined): Token[] => (token?.kind === 'edge' ? [token] : []);

/** Tokens as lines of one run, without blanks and breaks at its ends; none of nothing but blanks. */
export function linesOf(tokens: readonly Token[]): Inline[] {
  const inlines = joined(tokens);
  let [from, to] = [0, inlines.length];
  while (from < to && isBlank(inlines[from])) from += 1;
  while (to > from && isBlank(inlines[to - 1])) to -= 1;
  return inlines.slice(from, to).map((inline, i, all) => {
    if (inline.kind !== 'text') return inline;
    const text = i === 0 ? inline.text.trimStart() : inline.text;
    return { ...inline, text: i === all.length - 1 ? text.trimEnd() : text };
  });
}

/** One break for all edges between two words. */
function joined(tokens: readonly Token[]): Inline[] {
  const inlines: Inline[] = [];
  let isAtEdge = false;
  for (const token of tokens) {
    if (token.kind === 'edge') {
      isAtEdge = true;
      continue;
    }
    if (isAtEdge && token.kind === 'text' && token.text.trim() === '') continue;
    const isApart = token.kind === 'break' || inlines.length === 0 || inlines.at(-1)?.kind === 'break';
    if (isAtEdge && !isApart) inlines.push({ kind: 'break' });
    isAtEdge = false;
    inlines.push(token);
  }
  return inlines;
}

const isBlank = (inline: Inline | undefined): boolean =>
  inline?.kind === 'break' || (inline?.kind === 'text' && inline.text.trim() === '');
