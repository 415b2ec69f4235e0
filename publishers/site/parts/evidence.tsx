import type { ReactNode } from 'react';
import type { EvidenceLevel, TreatmentContent } from '../../../model/entries/treatment.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { evidenceLabel, positionLabel } from '../../wording/labels.ts';

/** The evidence level in plain words; nothing when it was not rated. */
export function EvidenceBadge({ level }: { level: EvidenceLevel | null }): ReactNode {
  return level && <span className={`badge ${level}`}>{evidenceLabel(level)}</span>;
}

/** The grade, what it speaks of and how it is meant; guidelines that disagree stand beside each other. */
export function EvidenceBox({ evidence }: Pick<TreatmentContent, 'evidence'>): ReactNode {
  const { level, forWhat, statement, search, positions } = evidence;
  if (level === null && statement === '' && positions.length === 0) return null;
  return (
    <section className="box" id="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{HEADINGS.evidence}</h2>
      {level !== null && (
        <p>
          <EvidenceBadge level={level} />
        </p>
      )}
      {forWhat !== '' && (
        <p>
          <strong>{HEADINGS.forWhat}:</strong> {forWhat}
        </p>
      )}
      {statement !== '' && <p>{statement}</p>}
      {positions.length > 0 && (
        <>
          <h3>{HEADINGS.positions}</h3>
          <ul>
            {positions.map(({ body, position, statement: said }) => (
              <li key={body}>
                <strong>{`${body}: ${positionLabel(position)}.`}</strong> {said}
              </li>
            ))}
          </ul>
        </>
      )}
      {search !== null && (
        <p>
          <strong>{HEADINGS.search}:</strong> {search}
        </p>
      )}
      {level !== null && <p className="meta">The grade says how sure studies make us, not how large the effect is.</p>}
    </section>
  );
}
