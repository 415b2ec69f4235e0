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
 * must not wait comes right after the title, of a guide right after who approved it.
 */
export function EntryPage({ row, view, history, context }: EntryPageProps): ReactNode {
  const parts = [...view.parts, ...endParts(row)];
  const trust = <TrustLine row={row} today={context.today} />;
  const isHelpFirst = view.isEmergency === true || view.helpBeforeSummary === true;
  return (
    <>
      <Notices row={row} context={context} />
      <div className="head">
        <p className="kick">{view.eyebrow}</p>
        <h1>{row.snapshot.title}</h1>
        {view.helpBeforeSummary && trust}
        {!isHelpFirst && <About view={view}>{trust}</About>}
      </div>
      {isHelpFirst && (
        <>
          {view.help}
          <div className="head">
            <About view={view}>{view.isEmergency && trust}</About>
          </div>
        </>
      )}
      <div className="cols">
        <Contents parts={parts} />
        <div className="main">
          {view.glance}
          {!isHelpFirst && view.help}
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

/** Other names, the summary and its grade, then who approved it where that is not said already. */
function About({ view, children }: { view: EntryView; children: ReactNode }): ReactNode {
  return (
    <>
      {view.alsoCalled.length > 0 && <p className="s">Also called {view.alsoCalled.join(', ')}</p>}
      {view.summary !== null && <p className="lede">{view.summary}</p>}
      {view.grade}
      {children}
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
