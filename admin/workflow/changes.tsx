'use client';
import { useState } from 'react';
import type { Change } from '../../editorial/rules/changes.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { excerpt, isCut, type Piece } from './excerpt.ts';
import { labelOfChange, type FieldWords } from './fields.ts';
import { wasReleased } from './standing.ts';
import { counted } from './words.ts';

/** What would be different for readers, word by word and field by field. */
export function Changes({ sheet, fields }: { sheet: ReviewSheet; fields: readonly FieldWords[] }) {
  const { changes, live } = sheet;
  if (!live && wasReleased(sheet)) return null;
  if (!live) return <p className="workflow__note">All of this text is new to readers: this is its first release.</p>;
  if (changes.length === 0) return null;
  return (
    <details className="workflow__part" open>
      <summary>What changed ({counted(changes.length, 'field')})</summary>
      <p className="workflow__note">
        Against version {live.version}, which readers have: <ins>added words</ins>, <del>removed words</del>.
      </p>
      {changes.map((change) => (
        <ChangedField key={change.field} label={labelOfChange(change, fields)} change={change} />
      ))}
    </details>
  );
}

function ChangedField({ label, change }: { label: string; change: Change }) {
  const [inFull, setInFull] = useState(false);
  const short = excerpt(change.parts);
  const pieces = inFull ? change.parts : short;
  return (
    <section className="workflow__change" aria-label={label}>
      <h4>{label}</h4>
      <p className="workflow__diff">
        {pieces.map((piece, i) => (
          <DiffPiece key={i} piece={piece} />
        ))}
      </p>
      {isCut(short) && (
        <button type="button" className="workflow__link" aria-expanded={inFull} onClick={() => setInFull(!inFull)}>
          {inFull ? 'Show changes only' : 'Show the whole text'}
        </button>
      )}
    </section>
  );
}

function DiffPiece({ piece: { kind, text } }: { piece: Piece }) {
  switch (kind) {
    case 'added':
      return (
        <ins>
          <span className="workflow__unseen">[added: </span>
          {text}
          <span className="workflow__unseen">]</span>
        </ins>
      );
    case 'removed':
      return (
        <del>
          <span className="workflow__unseen">[removed: </span>
          {text}
          <span className="workflow__unseen">]</span>
        </del>
      );
    case 'same':
      return <>{text}</>;
    case 'gap':
      return <span className="workflow__gap"> … </span>;
  }
}
