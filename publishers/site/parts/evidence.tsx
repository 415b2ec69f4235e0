import type { ReactNode } from 'react';
import type { EvidenceLevel } from '../../../model/entries/treatment.ts';
import { evidenceLabel } from '../../wording/labels.ts';

/** The evidence level in plain words; nothing when it was not rated. */
export function EvidenceBadge({ level }: { level: EvidenceLevel | null }): ReactNode {
  return level && <span className={`badge ${level}`}>{evidenceLabel(level)}</span>;
}
