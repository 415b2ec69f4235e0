'use client';
import type { TouchedEntry } from '../../editorial/impact/read-impact.ts';
import { TYPE_OF } from '../../model/entries/types.ts';
import { StateBadge } from '../workflow/state-badge.tsx';
import { TYPE_WORDS } from '../workflow/words.ts';
import { keyOf } from './use-impact.ts';

interface TouchedEntriesProps {
  entries: readonly TouchedEntry[];
  /** keys of those that are left out */
  left: ReadonlySet<string>;
  toggle: (key: string) => void;
  admin: string;
  mayChoose: boolean;
}

/** The entries that a change touches, with the passages that rest on what was changed. */
export function TouchedEntries({ entries, left, toggle, admin, mayChoose }: TouchedEntriesProps) {
  return (
    <div className="change-set__scroll">
      <table className="impact__table">
        <caption className="desk-unseen">Entries that use it</caption>
        <thead>
          <tr>
            {mayChoose && (
              <th scope="col">
                <span className="desk-unseen">In the change set</span>
              </th>
            )}
            <th scope="col">Entry and passage</th>
            <th scope="col">Needs</th>
            <th scope="col">Readers</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { collection, id, title, state, passages, needs, readers, isLive, isChanged } = entry;
            const name = title || 'Untitled';
            return (
              <tr key={keyOf(entry)}>
                {mayChoose && (
                  <td>
                    {isChanged && (
                      <input
                        type="checkbox"
                        aria-label={`Include ${name}`}
                        checked={!left.has(keyOf(entry))}
                        onChange={() => {
                          toggle(keyOf(entry));
                        }}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  <a href={`${admin}/collections/${collection}/${id}`}>{name}</a>
                  <small>
                    {TYPE_WORDS[TYPE_OF[collection]]}
                    {passages.length === 0 && ' · lists it; no passage rests on it'}
                  </small>
                  {passages.map(({ field, label, quote }, i) => (
                    <blockquote key={`${field} ${i}`}>
                      {quote}
                      <small>{label}</small>
                    </blockquote>
                  ))}
                </th>
                <td>
                  <span className={`impact__needs impact__needs--${needs}`}>
                    {needs === 'look' ? 'Look at the words' : 'Approve again'}
                  </span>{' '}
                  {state && <StateBadge state={state} />}
                </td>
                <td>
                  {isLive ? 'Page, feed' : 'None yet'}
                  {readers > 0 && `, ${readers} by mail`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
