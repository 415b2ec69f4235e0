import type { ReactNode } from 'react';
import { listPath } from '../../addresses.ts';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import type { EntryType } from '../../../model/entries/types.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { HELP_ID } from '../../html/frame.tsx';
import { listLabel } from '../../wording/labels.ts';
import { KindOfEntry, EntryLink } from '../parts/entry-lists.tsx';
import { SignLists } from '../parts/care-cards.tsx';
import { mostUrgentFirst } from '../references.ts';

/** Entries on one page of a list. */
const LIST_PAGE = 100;

export interface ListPage {
  type: EntryType;
  /** from 1 */
  page: number;
  pages: number;
  total: number;
  entries: LibraryEntry[];
}

/** One page of all live entries of a type; null when there is no such page. */
export function listPage(library: Library, type: EntryType, page: number): ListPage | null {
  const all = type === 'red-flag' ? mostUrgentFirst(library.list(type)) : library.list(type);
  const pages = Math.ceil(all.length / LIST_PAGE);
  if (page > pages) return null;
  return { type, page, pages, total: all.length, entries: all.slice((page - 1) * LIST_PAGE, page * LIST_PAGE) };
}

export const listTitle = ({ type, page, pages }: ListPage): string =>
  pages === 1 ? listLabel(type) : `${listLabel(type)}, page ${page} of ${pages}`;

export function List({ list, emergency }: { list: ListPage; emergency: readonly EmergencyNumber[] }): ReactNode {
  const { type, entries, total } = list;
  return (
    <>
      <div className="head">
        <h1>{listTitle(list)}</h1>
        <p className="lede">
          {type === 'red-flag' ? 'The most urgent signs come first.' : 'In alphabetical order.'}{' '}
          {total.toLocaleString('en')} in all.
        </p>
      </div>
      {type === 'red-flag' ? (
        <section id={HELP_ID} aria-label={listLabel(type)}>
          <SignLists flags={entries} emergency={emergency} wide />
        </section>
      ) : (
        <ul className="columns">
          {entries.map((entry) => (
            <li key={entry.uid}>
              <b>
                <EntryLink entry={entry} />
              </b>{' '}
              <KindOfEntry entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <OtherPages list={list} />
    </>
  );
}

function OtherPages({ list: { type, page, pages } }: { list: ListPage }): ReactNode {
  if (pages === 1) return null;
  return (
    <nav aria-label="Pages">
      <p className="s">
        Page {page} of {pages}
      </p>
      <p>
        {page > 1 && (
          <a className="button" rel="prev" href={listPath(type, page - 1)}>
            Previous page
          </a>
        )}{' '}
        {page < pages && (
          <a className="button" rel="next" href={listPath(type, page + 1)}>
            Next page
          </a>
        )}
      </p>
    </nav>
  );
}
