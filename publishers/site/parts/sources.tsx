import type { ReactNode } from 'react';
import type { SourceContent } from '../../../editorial/content.ts';
import { longDate } from '../dates.ts';
import { inWords } from '../labels.ts';

/** Numbered sources with links, publisher, year and kind. */
export function Sources({ sources }: { sources: SourceContent[] }): ReactNode {
  return (
    <ol className="sources">
      {sources.map((source, i) => (
        <li key={i}>
          <SourceTitle source={source} />. {source.publisher}
          {source.year !== null && `, ${source.year}`}. <span className="meta">{describe(source)}</span>
        </li>
      ))}
    </ol>
  );
}

function SourceTitle({ source }: { source: SourceContent }): ReactNode {
  return isWebAddress(source.url) ? <a href={source.url}>{source.title}</a> : source.title;
}

const isWebAddress = (url: string) => /^https?:\/\//i.test(url);

const describe = ({ kind, doi, pmid, accessedOn }: SourceContent): string =>
  [
    inWords(kind),
    doi ? `DOI ${doi}` : '',
    pmid ? `PMID ${pmid}` : '',
    accessedOn ? `read on ${longDate(accessedOn)}` : '',
  ]
    .filter(Boolean)
    .join(', ') + '.';
