import type { SourceContent } from '../../model/entries/shared.ts';

/** Fields of a source that what was pasted says; no field that it does not say. */
export type ReadSource = Partial<Pick<SourceContent, 'title' | 'publisher' | 'kind' | 'year' | 'url' | 'doi' | 'pmid'>>;
