import type { ReactNode } from 'react';
import type { TermContent } from '../../model/entries/shared.ts';
import { termId } from './citing.ts';

/** The words that a text explains, each where links from its first use lead. */
export const WordsExplained = ({ terms }: { terms: readonly TermContent[] }): ReactNode => (
  <dl className="words">
    {terms.map(({ slug, name, meaning }) => (
      <div key={slug} id={termId(slug)}>
        <dt>
          <dfn>{name}</dfn>
        </dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
);
