import type { ReactNode } from 'react';
import { EVIDENCE_LEVELS } from '../../../model/entries/treatment.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { firstSentence } from '../../wording/first-sentence.ts';
import { treatmentKindLabel } from '../../wording/labels.ts';
import { EntryLink } from '../parts/entry-lists.tsx';
import { EvidenceMeter } from '../parts/evidence.tsx';
import type { Branch } from '../view.ts';
import { Narrower } from './causes-by-place.tsx';

/** Best supported first, advised against last among the graded; what has no grade after them. Of one grade in their order. */
const byEvidence = (branches: readonly Branch[]): Branch[] =>
  [...EVIDENCE_LEVELS, null].flatMap((level) => branches.filter(({ entry }) => entry.evidenceLevel === level));

/** What can be done, ranked: a line on each, its meter and kind beside it, and what belongs to it. */
export const RankedTreatments = ({ branches }: { branches: Branch[] }): ReactNode => (
  <ol className="rank">
    {byEvidence(branches).map(({ entry, children }) => (
      <li key={entry.uid}>
        <div>
          <h3>
            <EntryLink entry={entry} />
          </h3>
          <p>{firstSentence(entry.summary)}</p>
          <Narrower entries={byEvidence(children.map(alone)).map((branch) => branch.entry)} />
        </div>
        <div>
          <EvidenceMeter level={entry.evidenceLevel} />
          {entry.treatmentKind !== null && <p className="s">{treatmentKindLabel(entry.treatmentKind)}</p>}
        </div>
      </li>
    ))}
  </ol>
);

const alone = (entry: LibraryEntry): Branch => ({ entry, children: [] });
