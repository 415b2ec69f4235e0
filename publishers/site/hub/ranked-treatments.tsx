import type { ReactNode } from 'react';
import type { EvidenceLevel } from '../../../model/entries/treatment.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { treatmentKindLabel } from '../../wording/labels.ts';
import { EntryLink } from '../parts/entry-lists.tsx';
import { EvidenceMeter } from '../parts/evidence.tsx';
import { byEvidence } from '../references.ts';
import type { Branch } from '../view.ts';
import { Narrower } from './causes-by-place.tsx';
import { FoldedGroup } from './folded-group.tsx';

/** What folds behind the best supported. What is advised against, and what has no grade, is never folded away. */
const FOLDED: ReadonlySet<EvidenceLevel | null> = new Set<EvidenceLevel>(['moderate', 'limited', 'none']);

/**
 * What can be done, by its grade: the best supported stand open, weaker ones are named beside their grade and fold. Each
 * with its whole summary (its last sentence may be the warning) and its kind.
 */
export function RankedTreatments({ branches }: { branches: Branch[] }): ReactNode {
  return levelsOf(byEvidence(branches, ({ entry }) => entry)).map(({ level, of }, i) => (
    <FoldedGroup
      key={level ?? ''}
      heading={level === null ? HEADINGS.notGraded : <EvidenceMeter level={level} />}
      names={of.map(({ entry }) => entry.title)}
      open={i === 0 || !FOLDED.has(level)}
    >
      <ol className="grid">
        {of.map((branch) => (
          <Treatment key={branch.entry.uid} branch={branch} />
        ))}
      </ol>
    </FoldedGroup>
  ));
}

const Treatment = ({ branch: { entry, children } }: { branch: Branch }): ReactNode => (
  <li className="card">
    <h4>
      <EntryLink entry={entry} />
    </h4>
    <p>{entry.summary}</p>
    {entry.treatmentKind !== null && <p className="s">{treatmentKindLabel(entry.treatmentKind)}</p>}
    <Narrower entries={byEvidence(children, (child) => child)} />
  </li>
);

interface Level {
  level: EvidenceLevel | null;
  of: Branch[];
}

/** Neighbours of one grade together, in the order in which they come. */
function levelsOf(ranked: readonly Branch[]): Level[] {
  const levels: Level[] = [];
  for (const branch of ranked) {
    const last = levels.at(-1);
    if (last?.level === branch.entry.evidenceLevel) last.of.push(branch);
    else levels.push({ level: branch.entry.evidenceLevel, of: [branch] });
  }
  return levels;
}
