import type { ReactNode } from 'react';

/** The ways to the pages before and after this one; nothing when there is one page. */
export function Pager({
  page,
  pages,
  pathOf,
}: {
  page: number;
  pages: number;
  pathOf: (page: number) => string;
}): ReactNode {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages">
      <ul className="chips">
        {page > 1 && (
          <li>
            <a rel="prev" href={pathOf(page - 1)}>
              Newer
            </a>
          </li>
        )}
        <li>
          <span aria-current="page">
            Page {page} of {pages}
          </span>
        </li>
        {page < pages && (
          <li>
            <a rel="next" href={pathOf(page + 1)}>
              Older
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
