import type { ReactNode } from 'react';
import type { EvidenceLevel, TreatmentContent } from '../../../model/entries/treatment.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { evidenceLabel, positionLabel } from '../../wording/labels.ts';

const METER: Record<EvidenceLevel, string> = { good: ' e3', moderate: ' e2', limited: ' e1', none: '', against: ' ex' };

/** The evidence level as a meter, always with its words; nothing when it was not rated. */
export function EvidenceMeter({ level }: { level: EvidenceLevel | null }): ReactNode {
  return level && <span className={`ev${METER[level]}`}>{evidenceLabel(level)}</span>;
}

/** The grade, what it speaks of and how it is meant; guidelines that disagree stand beside each other. */
export function EvidencePart({ evidence }: Pick<TreatmentContent, 'evidence'>): ReactNode {
  const { level, forWhat, statement, search, positions } = evidence;
  return (
    <div className="flow measure">
      {level !== null && (
        <p>
          <EvidenceMeter level={level} />
        </p>
      )}
      {forWhat !== '' && (
        <p>
          <b>{HEADINGS.forWhat}:</b> {forWhat}
        </p>
      )}
      {statement !== '' && <p>{statement}</p>}
      {positions.length > 0 && (
        <>
          <h3>{HEADINGS.positions}</h3>
          <ul>
            {positions.map(({ body, position, statement: said }) => (
              <li key={body}>
                <b>{`${body}: ${positionLabel(position)}.`}</b> {said}
              </li>
            ))}
          </ul>
        </>
      )}
      {search !== null && (
        <p>
          <b>{HEADINGS.search}:</b> {search}
        </p>
      )}
      {level !== null && <p className="s">{STRENGTH_NOT_SIZE}</p>}
    </div>
  );
}

/** Whether there is anything to say of the evidence. */
export const hasEvidence = ({
  evidence: { level, statement, positions },
}: Pick<TreatmentContent, 'evidence'>): boolean => level !== null || statement !== '' || positions.length > 0;

/** What a meter means, once on a page. */
export const STRENGTH_NOT_SIZE = 'The grade says how sure studies make us, not how large the effect is.';
