import type { ReactNode } from 'react';
import type { EntryType } from '../../../model/entries/types.ts';
import { listPath, pathOf } from '../../addresses.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { listLabel, treatmentKindLabel, typeLabel } from '../../wording/labels.ts';
import type { Branch } from '../view.ts';
import { EvidenceMeter } from './evidence.tsx';

export function EntryLink({ entry }: { entry: LibraryEntry }): ReactNode {
  return <a href={pathOf(entry)}>{entry.title}</a>;
}

/** What kind of treatment it is, for lists of titles. */
export function KindOfEntry({ entry: { treatmentKind } }: { entry: LibraryEntry }): ReactNode {
  return treatmentKind !== null && <span className="s">{treatmentKindLabel(treatmentKind)}</span>;
}

/** The way to the whole list, where a page shows the first entries only. */
export function WholeList({ type, total, shown }: { type: EntryType; total: number; shown: number }): ReactNode {
  if (shown >= total) return null;
  return (
    <p>
      <a href={listPath(type)}>
        {listLabel(type)}: all {total.toLocaleString('en')}
      </a>
    </p>
  );
}

/** Cards of entries with summary, evidence and the narrower entries below them. */
export function BranchList({ branches }: { branches: Branch[] }): ReactNode {
  return (
    <ul className="grid">
      {branches.map(({ entry, children }) => (
        <li key={entry.uid} className="card">
          <h3>
            <EntryLink entry={entry} />
          </h3>
          <p>{entry.summary}</p>
          {entry.evidenceLevel !== null && (
            <p>
              <EvidenceMeter level={entry.evidenceLevel} />
            </p>
          )}
          <div className="over">
            <ChildLinks entries={children} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Titles with their evidence, for lists inside an entry of a list. */
export function ChildLinks({ entries }: { entries: LibraryEntry[] }): ReactNode {
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.uid}>
          <EntryLink entry={entry} />
        </li>
      ))}
    </ul>
  );
}

/** Titles of any type, each with the word for its type. */
export function RelatedList({ entries }: { entries: LibraryEntry[] }): ReactNode {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.uid}>
          <EntryLink entry={entry} /> <span className="s">({typeLabel(entry.type).toLowerCase()})</span>
        </li>
      ))}
    </ul>
  );
}

/** Invitations to the email courses; nothing when there are none. */
export function CourseInvitations({ courses }: { courses: LibraryEntry[] }): ReactNode {
  return courses.map((course) => (
    <div key={course.uid} className="panel flow">
      <h3>{course.title}</h3>
      <p>{course.summary}</p>
      <p>
        <a className="button" href={pathOf(course)}>
          See the free email course
        </a>
      </p>
    </div>
  ));
}
