import type { ReactNode } from 'react';
import { URGENCIES } from '../../../model/entries/red-flag.ts';
import { pathOf } from '../../addresses.ts';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { urgencyLabel } from '../../wording/labels.ts';

/** Warning signs grouped by urgency, emergencies first; nothing when there are none. */
export function RedFlagPanel(props: { flags: LibraryEntry[]; id: string; title: string; wide?: boolean }): ReactNode {
  const { flags, id, title, wide = false } = props;
  if (flags.length === 0) return null;
  return (
    <section className={wide ? 'help wide' : 'help'} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <RedFlagGroups flags={flags} />
    </section>
  );
}

/** The groups alone, for a part of a page that has a heading already. */
export function RedFlagGroups({ flags }: { flags: LibraryEntry[] }): ReactNode {
  return (
    <div className="groups">
      {groupByUrgency(flags).map(({ urgency, entries }) => (
        <div key={urgency ?? ''} className={`group ${urgency ?? 'urgent-days'}`}>
          <h3>{urgencyLabel(urgency)}</h3>
          <ul>
            {entries.map((entry) => (
              <li key={entry.uid}>
                <a href={pathOf(entry)}>{entry.title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const groupByUrgency = (flags: LibraryEntry[]) =>
  [...URGENCIES, null]
    .map((urgency) => ({ urgency, entries: flags.filter((flag) => flag.urgency === urgency) }))
    .filter(({ entries }) => entries.length > 0);
