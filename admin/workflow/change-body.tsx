'use client';
import { useState } from 'react';
import type { Change } from '../../editorial/rules/changes.ts';
import type { FigureChange, Picture } from '../../editorial/rules/figures-between.ts';
import type { TableChange } from '../../editorial/rules/tables-between.ts';
import { DiffPiece } from './diff-piece.tsx';
import { excerpt, isCut, type Piece } from './excerpt.ts';

/** What a change is, as what it is: moves, pictures, tables, words. `entryUrl`: of the API, e.g. `/api/causes/12`. */
export function ChangeBody({ change, entryUrl }: { change: Change; entryUrl: string }) {
  const { moves, figures, tables, besideTables, parts } = change;
  if (moves.length > 0) {
    return (
      <ul className="workflow__moves">
        {moves.map(({ label, from, to }) => (
          <li key={label}>
            {label}: place {from} → {to}
          </li>
        ))}
      </ul>
    );
  }
  const words = tables.length > 0 ? besideTables : parts;
  return (
    <>
      {figures.map((figure, i) => (
        <Pictures key={i} figure={figure} entryUrl={entryUrl} />
      ))}
      {tables.map((table, i) => (
        <Table key={i} table={table} />
      ))}
      {words.some(({ kind }) => kind !== 'same') && <Words parts={words} />}
    </>
  );
}

function Pictures({ figure: { before, after }, entryUrl }: { figure: FigureChange; entryUrl: string }) {
  return (
    <div className="workflow__pictures">
      {before && <Shown picture={before} caption="Before" src={`/figures/${before.sha256}.webp`} />}
      {after && (
        <Shown
          picture={after}
          caption={before ? 'After' : 'New'}
          src={`${entryUrl}/preview/figures/${after.sha256}.webp`}
        />
      )}
      {before && !after && <p>Taken away</p>}
    </div>
  );
}

const Shown = ({ picture, caption, src }: { picture: Picture; caption: string; src: string }) => (
  <figure>
    <figcaption>{caption}</figcaption>
    <a href={src} target="_blank" rel="noreferrer">
      <img src={src} width={picture.width} height={picture.height} alt={picture.alt} loading="lazy" />
      <span className="desk-unseen"> (opens in a new tab)</span>
    </a>
  </figure>
);

const FATES = { same: '', changed: '', added: 'New row: ', removed: 'Row taken away: ' } as const;

function Table({ table: { head, rows, named } }: { table: TableChange }) {
  const inner = (parts: readonly Piece[]) => parts.map((piece, i) => <DiffPiece key={i} piece={piece} />);
  return (
    <div className="workflow__table" role="region" aria-label="Table, cell by cell" tabIndex={0}>
      <table>
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map((cell, i) => (
                <th key={i} scope="col">
                  {inner(cell)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ fate, cells }, i) => (
            <tr key={i} className={`workflow__row workflow__row--${fate}`}>
              {cells.map((cell, j) => {
                const said = (
                  <>
                    {j === 0 && <span className="desk-unseen">{FATES[fate]}</span>}
                    {inner(cell)}
                  </>
                );
                return named && j === 0 ? (
                  <th key={j} scope="row">
                    {said}
                  </th>
                ) : (
                  <td key={j}>{said}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ parts }: { parts: Change['parts'] }) {
  const [inFull, setInFull] = useState(false);
  const short = excerpt(parts);
  const pieces = inFull ? parts : short;
  return (
    <>
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
    </>
  );
}
