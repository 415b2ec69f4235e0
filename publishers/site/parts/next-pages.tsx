import type { ReactNode } from 'react';
import type { EntryType } from '../../../model/entries/types.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { listLabel } from '../../wording/labels.ts';
import { EntryLink } from './entry-lists.tsx';

/** What a reader of each kind of page may need next, first things first. */
const ORDER: Record<'cause' | 'treatment' | 'red-flag', readonly EntryType[]> = {
  cause: ['red-flag', 'treatment', 'cause', 'guide', 'course'],
  treatment: ['red-flag', 'cause', 'treatment', 'guide', 'course'],
  'red-flag': ['guide', 'cause', 'treatment', 'red-flag', 'course'],
};

/** The pages that a page leads on to, by what the reader may need next. */
export function NextPages({ entries, from }: { entries: LibraryEntry[]; from: keyof typeof ORDER }): ReactNode {
  const groups = ORDER[from]
    .map((type) => ({ type, of: entries.filter((entry) => entry.type === type) }))
    .filter(({ of }) => of.length > 0);
  return (
    <div className="grid">
      {groups.map(({ type, of }) => (
        <div key={type}>
          <h3>{listLabel(type)}</h3>
          <ul>
            {of.map((entry) => (
              <li key={entry.uid}>
                <EntryLink entry={entry} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
