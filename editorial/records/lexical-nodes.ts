import type { DocumentId } from './stored-entry.ts';

/** A node as the rich-text editor stored it, of whatever type. */
export interface LexicalNode {
  type?: unknown;
  children?: unknown;
  [key: string]: unknown;
}

export const asNode = (value: unknown): LexicalNode | null =>
  typeof value === 'object' && value !== null ? (value as LexicalNode) : null;

export const childrenOf = (node: LexicalNode | null): LexicalNode[] => {
  const children: unknown[] = Array.isArray(node?.children) ? node.children : [];
  return children.map(asNode).filter((child) => child !== null);
};

export const nameOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : 'without a name';

/** The block of `collections/shared/citation.ts`, as the editor stores it inside a line. */
export const isCitation = (node: LexicalNode): boolean =>
  node.type === 'inlineBlock' && asNode(node.fields)?.blockType === 'citation';

/** The id of the source that a citation names; null when none was chosen. */
export const citedId = (node: LexicalNode): DocumentId | null => idOf(asNode(node.fields)?.source);

/** Ids of all sources that a stored text cites. */
export const citedIds = (value: unknown): DocumentId[] => citedBelow(asNode(asNode(value)?.root));

function citedBelow(node: LexicalNode | null): DocumentId[] {
  if (!node) return [];
  const own = isCitation(node) ? citedId(node) : null;
  return [...(own === null ? [] : [own]), ...childrenOf(node).flatMap(citedBelow)];
}

/** The id of a related document, populated or not. */
export function idOf(stored: unknown): DocumentId | null {
  const id = typeof stored === 'object' ? asNode(stored)?.id : stored;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
