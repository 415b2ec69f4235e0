import type { Piece } from './excerpt.ts';

/** Words of a comparison, in place: what was added or removed is so in its colour, its line, and aloud. */
export function DiffPiece({ piece: { kind, text } }: { piece: Piece }) {
  switch (kind) {
    case 'added':
      return (
        <ins>
          <span className="desk-unseen">[added: </span>
          {text}
          <span className="desk-unseen">]</span>
        </ins>
      );
    case 'removed':
      return (
        <del>
          <span className="desk-unseen">[removed: </span>
          {text}
          <span className="desk-unseen">]</span>
        </del>
      );
    case 'same':
      return <>{text}</>;
    case 'gap':
      return <span className="desk-gap"> … </span>;
  }
}
