import { doiIn, sourceIdentity } from '../../model/source-identity.ts';
import { fromCsl } from './from-csl.ts';
import { fromRis } from './from-ris.ts';
import type { ReadSource } from './read-source.ts';

/** Longer than any single reference; what is longer is not read. */
export const MOST_PASTED = 20_000;

/**
 * What a pasted reference says of a source: RIS, CSL-JSON, a DOI, a PubMed id, a link, or a line of text with one of
 * these. Nothing is looked up: of a bare DOI the link follows and no more.
 */
export function readCitation(pasted: string): ReadSource {
  const text = pasted.trim();
  if (text === '' || text.length > MOST_PASTED) return {};
  const read = fromCsl(text) ?? fromRis(text) ?? fromText(text);
  return withLink(read);
}

function fromText(text: string): ReadSource {
  const url = /https?:\/\/[^\s"<>]+/.exec(text)?.[0]?.replace(/[.,;:)]+$/, '');
  const pmid = /\bPMID:?\s*([1-9]\d{0,9})\b/i.exec(text)?.[1] ?? (/^\d{4,10}$/.test(text) ? text : undefined);
  const identity = sourceIdentity({ doi: doiIn(text), pmid, url });
  const year = /(?:^|[\s(;.])((?:19|20)\d{2})(?=[\s);:.,]|$)/.exec(
    url === undefined ? text : text.replace(url, ' '),
  )?.[1];
  return {
    ...(identity.doi === null ? {} : { doi: identity.doi }),
    ...(identity.pmid === null ? {} : { pmid: identity.pmid }),
    ...(url === undefined ? {} : { url: url.replace(/^http:/, 'https:') }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** A DOI and a PubMed id have a lasting address of their own. */
function withLink(read: ReadSource): ReadSource {
  if (read.url !== undefined) return read;
  if (read.doi) return { ...read, url: `https://doi.org/${read.doi}` };
  return read.pmid ? { ...read, url: `https://pubmed.ncbi.nlm.nih.gov/${read.pmid}/` } : read;
}
