import type { ReactNode } from 'react';
import { citationsIn, type Prose } from '../../../model/prose.ts';
import { isSafeHref } from '../../../model/safe-href.ts';
import type { Citing } from '../../html/citing.ts';
import { publishedBy } from '../../wording/source-line.ts';
import { Anchor, MailProse, Small } from './frame.tsx';

/** The sources that these texts cite, under the numbers that the marks and the entry's page have. */
export function CitedSources({ texts, citing }: { texts: Prose[]; citing: Citing }): ReactNode {
  const cited = new Set(texts.flatMap(citationsIn).map((citation) => citing.markOf(citation)?.number));
  return citing.sources
    .filter(({ number }) => cited.has(number))
    .map(({ number, source }) => (
      <Small key={number}>
        [{number}] {isSafeHref(source.url) ? <Anchor href={source.url}>{source.title}</Anchor> : source.title}.{' '}
        {publishedBy(source)}.
      </Small>
    ));
}

/** A running text with the sources that it cites below it. */
export const CitedProse = ({ prose, ...props }: { prose: Prose; citing: Citing; siteUrl: string }): ReactNode => (
  <>
    <MailProse prose={prose} {...props} />
    <CitedSources texts={[prose]} citing={props.citing} />
  </>
);
