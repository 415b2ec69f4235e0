import type { Change } from '../../editorial/rules/changes.ts';
import type { Comparison } from '../../editorial/timeline/compare.ts';
import { DiffPiece } from '../workflow/diff-piece.tsx';
import { excerpt } from '../workflow/excerpt.ts';
import { CopyLink } from './copy-link.tsx';
import { countOf, nameOf } from './words.ts';

/** What one state says that the other did not, and the address that shows it again. */
export function ComparisonBox({ comparison, href }: { comparison: Comparison; href: string }) {
  const { a, b, changes } = comparison;
  return (
    <section className="timeline__box" aria-labelledby="comparison">
      <header>
        <h2 id="comparison">
          A: {nameOf(a)} → B: {nameOf(b)}
        </h2>
        <span className="timeline__end">
          <CopyLink href={href} label="Copy link to this comparison" />
        </span>
      </header>
      <div className="timeline__pad">
        <p>
          <strong>{countOf(changes)}</strong>{' '}
          {changes.length > 0 && (
            <>
              <ins>added</ins> <del>removed</del>
            </>
          )}
        </p>
        {changes.map((change) => (
          <ChangedPart key={change.key} change={change} />
        ))}
        {(a.kind === 'saved' || b.kind === 'saved') && (
          <p className="timeline__meta">What was only saved is shown with the sources and figures of today.</p>
        )}
      </div>
    </section>
  );
}

const ChangedPart = ({ change: { label, weight, parts } }: { change: Change }) => (
  <div className={`timeline__change timeline__change--${weight}`}>
    <h3>
      {label} <span className="timeline__weight">{weight}</span>
    </h3>
    <p className="timeline__diff">
      {excerpt(parts).map((piece, i) => (
        <DiffPiece key={i} piece={piece} />
      ))}
    </p>
  </div>
);
