import type { ReactNode } from 'react';
import type { SourceContent } from '../../model/entries/shared.ts';
import { isSafeHref } from '../../model/safe-href.ts';
import { describeSource, publishedBy } from '../wording/source-line.ts';

/** Numbered sources with links, publisher, year and kind. */
export function Sources({ sources }: { sources: SourceContent[] }): ReactNode {
  return (
    <ol className="sources">
      {sources.map((source, i) => (
        <li key={i}>
          <SourceTitle source={source} />. {publishedBy(source)}. <span className="meta">{describeSource(source)}</span>
        </li>
      ))}
    </ol>
  );
}

function SourceTitle({ source }: { source: SourceContent }): ReactNode {
  return isSafeHref(source.url) ? <a href={source.url}>{source.title}</a> : source.title;
}
