import type { ReactNode } from 'react';
import { pathOf } from '../../addresses.ts';
import { typeLabel } from '../../wording/labels.ts';
import { anchorOf, azPath, type AzLine, type AzPage } from './az.ts';
import { Letters } from './letters.tsx';

export const azTitle = ({ asked, pages }: AzPage): string => {
  const letter = asked.letter === null ? 'A to Z' : `A to Z: ${asked.letter}`;
  return pages === 1 ? letter : `${letter}, page ${asked.page} of ${pages}`;
};

/** All pages by name, also by the other names that they list. */
export function AToZ({ page }: { page: AzPage }): ReactNode {
  return (
    <>
      <div className="head">
        <h1>{azTitle(page)}</h1>
        <p className="lede summary">
          Every page by its name, and by other names for the same thing. {page.total.toLocaleString('en')} names in all.
        </p>
      </div>
      <Letters letters={page.letters} />
      {page.groups.length === 0 && <p>Nothing has been released yet.</p>}
      {page.groups.map(({ letter, lines }) => (
        <section key={letter} id={anchorOf(letter)} aria-labelledby={`${anchorOf(letter)}-title`}>
          <h2 id={`${anchorOf(letter)}-title`}>{letter}</h2>
          <ul className="names plain">
            {lines.map((line) => (
              <Line key={`${line.entry.uid} ${line.name}`} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <Pages page={page} />
    </>
  );
}

const Line = ({ line: { name, entry, isSynonym } }: { line: AzLine }): ReactNode => (
  <li>
    {isSynonym ? (
      <>
        {name}: see <a href={pathOf(entry)}>{entry.title}</a>
      </>
    ) : (
      <a href={pathOf(entry)}>{name}</a>
    )}{' '}
    <small>{typeLabel(entry.type)}</small>
  </li>
);

function Pages({ page: { asked, pages } }: { page: AzPage }): ReactNode {
  if (pages === 1) return null;
  return (
    <nav aria-label="Pages">
      <p>
        {asked.page > 1 && (
          <a className="button" rel="prev" href={azPath({ ...asked, page: asked.page - 1 })}>
            Previous page
          </a>
        )}{' '}
        {asked.page < pages && (
          <a className="button" rel="next" href={azPath({ ...asked, page: asked.page + 1 })}>
            Next page
          </a>
        )}
      </p>
    </nav>
  );
}
