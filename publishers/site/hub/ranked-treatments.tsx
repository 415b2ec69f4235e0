import type { ReactNode } from 'react';
import { treatmentKindLabel } from '../../wording/labels.ts';
import { EntryLink } from '../parts/entry-lists.tsx';
import { EvidenceMeter } from '../parts/evidence.tsx';
import { byEvidence } from '../references.ts';
import type { Branch } from '../view.ts';
import { Narrower } from './causes-by-place.tsx';

/** What can be done, ranked: the whole summary of each (its last sentence may be the warning), its meter and kind beside it. */
export const RankedTreatments = ({ branches }: { branches: Branch[] }): ReactNode => (
  <ol className="rank">
    {byEvidence(branches, ({ entry }) => entry).map(({ entry, children }) => (
      <li key={entry.uid}>
        <div>
          <h3>
            <EntryLink entry={entry} />
          </h3>
          <p>{entry.summary}</p>
          <Narrower entries={byEvidence(children, (entry) => entry)} />
        </div>
        <div>
          <EvidenceMeter level={entry.evidenceLevel} />
          {entry.treatmentKind !== null && <p className="s">{treatmentKindLabel(entry.treatmentKind)}</p>}
        </div>
      </li>
    ))}
  </ol>
);
