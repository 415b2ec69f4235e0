import type { ReactNode } from 'react';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { citingOf } from '../../html/citing.ts';
import { Sources } from '../../html/sources.tsx';
import { WordsExplained } from '../../html/words-explained.tsx';
import { HEADINGS } from '../../wording/headings.ts';
import type { EntryView, Part, ReadingContext, RowOf } from '../view.ts';
import { AboutThisPage, ShortByline } from './byline.tsx';
import { Notices } from './notices.tsx';

/** What all entry pages share: title, state, byline, what must not wait, contents, parts, words explained, sources. */
export function EntryPage(props: { row: RowOf<EntryContent>; view: EntryView; context: ReadingContext }): ReactNode {
  const { row, view, context } = props;
  const sources: Part[] = row.snapshot.sources.length
    ? [{ id: 'sources', label: HEADINGS.sources, body: <Sources citing={citingOf(row.snapshot)} /> }]
    : [];
  const words: Part[] = row.snapshot.terms.length
    ? [{ id: 'words', label: HEADINGS.terms, body: <WordsExplained terms={row.snapshot.terms} /> }]
    : [];
  const parts = [...view.parts, ...words, ...sources];
  return (
    <article className="entry">
      <div>
        <Notices row={row} context={context} />
        <p className="eyebrow">{view.eyebrow}</p>
        <h1>{row.snapshot.title}</h1>
        {view.help}
        {view.alsoCalled.length > 0 && <p className="also">Also called: {view.alsoCalled.join(', ')}</p>}
        {view.summary !== null && <p className="summary">{view.summary}</p>}
        <ShortByline row={row} />
        {view.first}
      </div>
      <Contents parts={parts} />
      <div>
        {parts.map(({ id, label, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{label}</h2>
            {body}
          </section>
        ))}
        <AboutThisPage row={row} />
      </div>
    </article>
  );
}

function Contents({ parts }: { parts: Part[] }): ReactNode {
  return (
    <nav className="toc" aria-labelledby="contents-title">
      <h2 id="contents-title">On this page</h2>
      <ul>
        {[...parts, { id: 'about-this-page', label: 'Who reviewed it' }].map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
