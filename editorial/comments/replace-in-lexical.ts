import { asNode, childrenOf, isCitation, type LexicalNode } from '../records/lexical-nodes.ts';
import { replaceStretch, stretchOf, type Words } from './stretch.ts';

/** A piece of a rich text in reading order: the words of a node, or what stands between two of them. */
interface Piece {
  text: string;
  /** null: a break, a mark, the end of a line or cell */
  node: LexicalNode | null;
  /** whose child it is */
  parent: LexicalNode | null;
}

/**
 * A rich text with other words in one place, which take the look of the first that they replace. Changes what it is
 * given. Null where the words go over the edge of a line, a link or a citation.
 */
export function replaceInLexical(value: LexicalNode | null, words: Words, replacement: string): LexicalNode | null {
  const pieces = piecesOf(asNode(value?.root));
  const stretch = stretchOf(
    pieces.map(({ text }) => text),
    words,
  );
  if (!value || !stretch) return null;
  const { from, to } = stretch;
  const touched = pieces.slice(from.piece, to.piece + 1);
  const [first] = touched;
  if (!first?.node || !first.parent) return null;
  if (touched.some(({ node, parent }) => node === null || parent !== first.parent)) return null;
  touched.forEach(({ node, text }, i) => {
    if (!node) return;
    const isLast = i === touched.length - 1;
    const stretchHere = { from: i === 0 ? from.at : 0, to: isLast ? to.at : text.length };
    node.text = replaceStretch(text, stretchHere, i === 0 ? replacement : '');
  });
  const emptied = new Set(touched.flatMap(({ node }) => (node?.text === '' ? [node] : [])));
  first.parent.children = childrenOf(first.parent).filter((child) => !emptied.has(child));
  return value;
}

const between = (text: string): Piece => ({ text, node: null, parent: null });

/** As the text tree reads it (`records/lexical-to-prose.ts`, `model/prose-text.ts`). */
function piecesOf(block: LexicalNode | null): Piece[] {
  return childrenOf(block).flatMap((node): Piece[] => {
    switch (node.type) {
      case 'text':
        return [{ text: typeof node.text === 'string' ? node.text : '', node, parent: block }];
      case 'tab':
      case 'linebreak':
        return [between(' ')];
      case 'link':
      case 'autolink':
        return piecesOf(node);
      case 'tablerow':
        return [
          ...childrenOf(node).flatMap((cell, i) => [...(i === 0 ? [] : [between(' | ')]), ...piecesOf(cell)]),
          between('\n'),
        ];
      default:
        return isCitation(node) ? [between('')] : [...piecesOf(node), between('\n')];
    }
  });
}
