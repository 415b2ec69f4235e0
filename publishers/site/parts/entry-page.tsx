import type { ReactNode } from 'react';
import type { EntryContent } from '../../../model/entries/entries.ts';
import { citingOf } from '../../html/citing.ts';
import { Sources } from '../../html/sources.tsx';
import { WordsExplained } from '../../html/words-explained.tsx';
import { HEADINGS } from '../../wording/headings.ts';
import type { History } from '../history.ts';
import type { EntryView, Part, ReadingContext, RowOf } from '../view.ts';
import { Notices } from './notices.tsx';
import { PrintedEnd } from './printed-end.tsx';
import { REVIEW_TITLE, ReviewPanel } from './review-panel.tsx';
import { REVIEW_ID, TrustLine } from './trust-line.tsx';

interface EntryPageProps {
  row: RowOf<EntryContent>;
  view: EntryView;
  history: History;
  context: ReadingContext;
}

/**
 * What all entry pages share, in the order of what a reader needs first: state, title, who approved it, answers at a
 * glance, what must not wait, parts, words explained, sources, who stands behind it. Of a page about an emergency what
 * must not wait comes right after the title.
 */
export function EntryPage({ row, view, history, context }: EntryPageProps): ReactNode {
  const parts = [...view.parts, ...endParts(row)];
  return (
    <>
      <Notices row={row} context={context} />
      <div className="head">
        <p className="kick">{view.eyebrow}</p>
        <h1>{row.snapshot.title}</h1>
        {!view.isEmergency && <UnderTitle row={row} view={view} context={context} />}
      </div>
      {view.isEmergency && (
        <>
          {view.help}
          <div className="head">
            <UnderTitle row={row} view={view} context={context} />
          </div>
        </>
      )}
      <div className="cols">
        <Contents parts={parts} />
        <div className="main">
          {view.glance}
          {!view.isEmergency && view.help}
          {view.first}
          {parts.map(({ id, label, body }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{label}</h2>
              {body}
            </section>
          ))}
          <ReviewPanel row={row} history={history} />
        </div>
      </div>
      <PrintedEnd row={row} siteUrl={context.siteUrl} />
    </>
  );
}

function UnderTitle({ row, view, context }: Omit<EntryPageProps, 'history'>): ReactNode {
  return (
    <>
      {view.alsoCalled.length > 0 && <p className="s">Also called {view.alsoCalled.join(', ')}</p>}
      {view.summary !== null && <p className="lede">{view.summary}</p>}
      {view.grade}
      <TrustLine row={row} today={context.today} />
    </>
  );
}

const endParts = ({ snapshot }: RowOf<EntryContent>): Part[] => [
  ...(snapshot.terms.length > 0
    ? [{ id: 'words', label: HEADINGS.terms, body: <WordsExplained terms={snapshot.terms} /> }]
    : []),
  ...(snapshot.sources.length > 0
    ? [{ id: 'sources', label: HEADINGS.sources, body: <Sources citing={citingOf(snapshot)} /> }]
    : []),
];

function Contents({ parts }: { parts: Part[] }): ReactNode {
  return (
    <nav className="toc" aria-labelledby="contents-title">
      <h2 id="contents-title">On this page</h2>
      <ul>
        {[...parts, { id: REVIEW_ID, label: REVIEW_TITLE }].map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
