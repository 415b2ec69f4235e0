import type { ReactNode } from 'react';
import type { SourceContent } from '../../model/entries/shared.ts';
import { isSafeHref } from '../../model/safe-href.ts';
import { describeSource, publishedBy } from '../wording/source-line.ts';
import { markId, sourceId, type Citing } from './citing.ts';

/** Numbered sources with links, publisher, year and kind, and the way back to where the text cites them. */
export function Sources({ citing: { sources } }: { citing: Citing }): ReactNode {
  return (
    <ol>
      {sources.map(({ number, source, uses }) => (
        <li key={number} id={sourceId(number)}>
          <SourceTitle source={source} />. {publishedBy(source)}. <span className="s">{describeSource(source)}</span>
          {Array.from({ length: uses }, (_, i) => (
            <BackLink key={i} number={number} use={i + 1} uses={uses} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function SourceTitle({ source }: { source: SourceContent }): ReactNode {
  return isSafeHref(source.url) ? <a href={source.url}>{source.title}</a> : source.title;
}

function BackLink({ number, use, uses }: { number: number; use: number; uses: number }): ReactNode {
  const which = uses === 1 ? '' : `, place ${use} of ${uses}`;
  return (
    <>
      {' '}
      <a className="back" href={`#${markId({ number, use })}`} aria-label={`Back to the text${which}`}>
        ↑{uses > 1 && use}
      </a>
    </>
  );
}
