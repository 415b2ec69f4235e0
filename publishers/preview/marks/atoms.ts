import { isClosed, type Run } from './items.ts';
import type { ElementNode, TextNode, Tree, TreeNode } from './tree.ts';
import { tokensIn, wordsIn } from './words.ts';

/** A word, a mark of punctuation, a picture, or where a link leads: what comes and goes as one in a line. */
export interface Atom {
  kind: 'word' | 'picture' | 'target' | 'other';
  /** two atoms with the same key are the same to a reader */
  key: string;
  raw: string;
  start: number;
  end: number;
  isSpaced: boolean;
  /** of a word: the text that it stands in */
  text: TextNode | null;
  /** of a picture: the words for who cannot see it, as HTML; they can change without the picture */
  alt: string | null;
  /** of a target: the address, as HTML; it can change without the words of its link */
  href: string | null;
}

/** The atoms of a run, in their order, tags left out. */
export function atomsOf({ source }: Tree, run: Run | null): Atom[] {
  const atoms: Atom[] = [];
  let isSpaced = true;
  const add = (atom: Pick<Atom, 'kind' | 'key' | 'start' | 'end'> & Partial<Pick<Atom, 'text' | 'alt'>>) => {
    atoms.push({ text: null, alt: null, href: null, ...atom, raw: source.slice(atom.start, atom.end), isSpaced });
    isSpaced = false;
  };
  const addTarget = ({ attributes, end }: ElementNode, from: number) => {
    const { href = '' } = attributes;
    // A place on the same page has its words there; what has no words has none that could stay when it leads elsewhere.
    if (href === '' || href.startsWith('#') || !atoms.slice(from).some(({ kind }) => kind === 'word')) return;
    const nothing = { raw: '', isSpaced: false, text: null, alt: null };
    atoms.push({ kind: 'target', key: `to ${href}`, start: end, end, ...nothing, href });
  };
  const walk = (node: TreeNode): void => {
    const { start, end } = node;
    if (node.kind === 'text') {
      const text = source.slice(start, end);
      for (const token of tokensIn(text)) {
        const from = start + token.at;
        isSpaced ||= /\s$/.test(text.slice(0, token.at));
        add({ kind: 'word', key: token.text, start: from, end: from + token.text.length, text: node });
      }
      isSpaced ||= /\s$/.test(text);
    } else if (node.kind === 'element') {
      if (node.name === 'img') {
        const { src = '', alt = '' } = node.attributes;
        add({ kind: 'picture', key: `${src} ${alt}`, start, end, alt });
      } else if (isClosed(node)) add({ kind: 'other', key: source.slice(start, end), start, end });
      else if (node.name === 'br') isSpaced = true;
      else {
        const from = atoms.length;
        node.children.forEach(walk);
        if (node.name === 'a') addTarget(node, from);
      }
    }
  };
  run?.nodes.forEach(walk);
  return atoms;
}

/** The words of atoms to compare; a picture says the beginning of its file's name, as the list of changes does. */
export const wordsOfAtoms = (atoms: readonly Atom[]): string[] =>
  atoms.flatMap(({ kind, key }) => {
    if (kind === 'other' || kind === 'target') return [];
    return kind === 'word' ? wordsIn(key) : [...wordsIn(key.slice(key.indexOf(' '))), fileIn(key)];
  });

/** Whether it stands in the line: where a link leads does not. */
export const isSeen = ({ kind }: Atom): boolean => kind === 'word' || kind === 'picture';

const fileIn = (key: string): string => /\/figures\/([0-9a-f]{8})/.exec(key)?.[1] ?? '';

/** Atoms as they are written, with the blanks between them and without the tags. */
export const rawOf = (atoms: readonly Atom[]): string =>
  atoms
    .filter(isSeen)
    .map(({ raw, isSpaced, alt }, i) => (i > 0 && isSpaced ? ` ${raw}` : raw) + altNote(alt))
    .join('');

/** What a picture says to who cannot see it, put under it for who can. */
export const altNote = (alt: string | null): string =>
  alt === null || alt === '' ? '' : `<small data-mark="note">Alt text: ${alt}</small>`;
