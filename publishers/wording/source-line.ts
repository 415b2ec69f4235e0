import type { SourceContent } from '../../model/entries/shared.ts';
import { longDate } from './dates.ts';
import { sourceKindLabel } from './labels.ts';

/** Who published a source and when: `NICE, 2022`. */
export const publishedBy = ({ publisher, year }: SourceContent): string =>
  [publisher, year].filter((part) => part !== null && part !== '').join(', ');

/** What kind of source it is, how to find it and when it was read. */
export const describeSource = ({ kind, doi, pmid, updated, accessedOn }: SourceContent): string =>
  [
    sourceKindLabel(kind),
    doi ? `DOI ${doi}` : '',
    pmid ? `PMID ${pmid}` : '',
    updated ? `updated ${longDate(updated)}` : '',
    accessedOn ? `read on ${longDate(accessedOn)}` : '',
  ]
    .filter(Boolean)
    .join(', ') + '.';
