import { Parser } from 'htmlparser2';

/** An element with its places in the source: of its tag, of what is in it, of its end. */
export interface ElementNode {
  kind: 'element';
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: TreeNode[];
  start: number;
  /** behind the opening tag */
  inner: number;
  /** before the closing tag */
  innerEnd: number;
  end: number;
}
/** Text as it stands in the source, entities and all. */
export interface TextNode {
  kind: 'text';
  start: number;
  end: number;
}
/** What is neither text nor element: a comment, a declaration. */
interface OtherNode {
  kind: 'other';
  start: number;
  end: number;
}
export type TreeNode = ElementNode | TextNode | OtherNode;

export interface Tree {
  source: string;
  root: ElementNode;
}

/** The document as a tree whose every node knows its place in the source. For what our own templates write. */
export function treeOf(source: string): Tree {
  const all = { start: 0, inner: 0, innerEnd: source.length, end: source.length };
  const root: ElementNode = { kind: 'element', name: '', attributes: {}, children: [], ...all };
  const open = [root];
  const into = () => open.at(-1) ?? root;
  const leaf = (kind: 'text' | 'other') => () => {
    const { children } = into();
    const last = children.at(-1);
    const [start, end] = [parser.startIndex, parser.endIndex + 1];
    if (kind === 'text' && last?.kind === 'text' && last.end === start) last.end = end;
    else children.push({ kind, start, end });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const inner = parser.endIndex + 1;
        const places = { start: parser.startIndex, inner, innerEnd: inner, end: inner };
        const node: ElementNode = { kind: 'element', name, attributes, children: [], ...places };
        into().children.push(node);
        open.push(node);
      },
      onclosetag(_name, implied) {
        const node = open.pop();
        if (!node || implied) return;
        node.innerEnd = parser.startIndex;
        node.end = parser.endIndex + 1;
      },
      ontext: leaf('text'),
      oncomment: leaf('other'),
      onprocessinginstruction: leaf('other'),
    },
    { decodeEntities: false },
  );
  parser.end(source);
  return { source, root };
}

/** The first element of this name, or null. */
export function firstNamed({ children }: ElementNode, name: string): ElementNode | null {
  for (const child of children) {
    if (child.kind !== 'element') continue;
    const found = child.name === name ? child : firstNamed(child, name);
    if (found) return found;
  }
  return null;
}
