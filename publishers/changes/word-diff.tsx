import type { ReactNode } from 'react';
import type { WordPart } from '../../model/words-between.ts';

/** Two texts in one, whole words: what came as `ins`, what went as `del`. */
export const WordDiff = ({ words }: { words: readonly WordPart[] }): ReactNode =>
  words.map(({ text, kind }, i) => {
    if (kind === 'added') return <ins key={i}>{text}</ins>;
    return kind === 'removed' ? <del key={i}>{text}</del> : text;
  });
