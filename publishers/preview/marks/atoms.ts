import { isClosed, type Run } from './items.ts';
import type { TextNode, Tree, TreeNode } from './tree.ts';
import { tokensIn, wordsIn } from './words.ts';

/** A word, a mark of punctuation or a picture in a line: what comes and goes as one. */
export interface Atom {
  kind: 'word' | 'picture' | 'other';
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
}

/** The atoms of a run, in their order, tags left out. */
export function atomsOf({ source }: Tree, run: Run | null): Atom[] {
  const atoms: Atom[] = [];
  let isSpaced = true;
  const add = (atom: Omit<Atom, 'isSpaced' | 'raw'>) => {
    atoms.push({ ...atom, raw: source.slice(atom.start, atom.end), isSpaced });
    isSpaced = false;
  };
  const walk = (node: TreeNode): void => {
    const { start, end } = node;
    if (node.kind === 'text') {
      const text = source.slice(start, end);
      for (const token of tokensIn(text)) {
        const from = start + token.at;
        isSpaced ||= /\s$/.test(text.slice(0, token.at));
        add({ kind: 'word', key: token.text, start: from, end: from + token.text.length, text: node, alt: null });
      }
      isSpaced ||= /\s$/.test(text);
    } else if (node.kind === 'element') {
      if (node.name === 'img') {
        const { src = '', alt = '' } = node.attributes;
        add({ kind: 'picture', key: `${src} ${alt}`, start, end, text: null, alt });
      } else if (isClosed(node))
        add({ kind: 'other', key: source.slice(start, end), start, end, text: null, alt: null });
      else if (node.name === 'br') isSpaced = true;
      else node.children.forEach(walk);
    }
  };
  run?.nodes.forEach(walk);
  return atoms;
}

/** The words of atoms to compare; a picture says the beginning of its file's name, as the list of changes does. */
export const wordsOfAtoms = (atoms: readonly Atom[]): string[] =>
  atoms.flatMap(({ kind, key }) => {
    if (kind === 'other') return [];
    return kind === 'word' ? wordsIn(key) : [...wordsIn(key.slice(key.indexOf(' '))), fileIn(key)];
  });

const fileIn = (key: string): string => /\/figures\/([0-9a-f]{8})/.exec(key)?.[1] ?? '';

/** Atoms as they are written, with the blanks between them and without the tags. */
export const rawOf = (atoms: readonly Atom[]): string =>
  atoms
    .filter(({ kind }) => kind !== 'other')
    .map(({ raw, isSpaced, alt }, i) => (i > 0 && isSpaced ? ` ${raw}` : raw) + altNote(alt))
    .join('');

/** What a picture says to who cannot see it, put under it for who can. */
export const altNote = (alt: string | null): string =>
  alt === null || alt === '' ? '' : `<small data-mark="note">Alt text: ${alt}</small>`;
