/** What names the same work whoever writes it down, each spelt one way; null where there is none. */
export interface SourceIdentity {
  doi: string | null;
  pmid: string | null;
  url: string | null;
}

/** How a source is written down. */
export interface WrittenSource {
  doi?: string | null | undefined;
  pmid?: string | null | undefined;
  url?: string | null | undefined;
}

/** Another source or figure that seems to be the same, and what they have in common. */
export interface Same {
  id: number | string;
  title: string;
  by: 'DOI' | 'PubMed id' | 'link' | 'file';
}

/** DOI, PubMed id and link of a source, spelt one way. A link to a resolver or to PubMed says the other two as well. */
export function sourceIdentity({ doi, pmid, url }: WrittenSource): SourceIdentity {
  return {
    doi: doiIn(doi ?? '') ?? (/\/\/(dx\.)?doi\.org\//i.test(url ?? '') ? doiIn(url ?? '') : null),
    pmid: pmidIn(pmid ?? '') ?? pubmedLink(url ?? ''),
    url: linkOf(url ?? ''),
  };
}

/** The DOI in a text, in lower case (DOIs know no case: ISO 26324). */
export function doiIn(text: string): string | null {
  const found = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(decoded(text))?.[0];
  if (found === undefined) return null;
  // What ends a sentence, or closes a bracket that the DOI does not open, is no part of it.
  let end = found.replace(/[.,;:]+$/, '');
  while (end.endsWith(')') && !end.includes('(')) end = end.slice(0, -1).replace(/[.,;:]+$/, '');
  return end.toLowerCase();
}

function pmidIn(text: string): string | null {
  const found = /^\s*(?:pmid:?\s*)?0*([1-9]\d{0,9})\s*$/i.exec(text)?.[1];
  return found ?? null;
}

const pubmedLink = (url: string): string | null =>
  /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/0*([1-9]\d{0,9})\b/i.exec(
    url.trim(),
  )?.[1] ?? null;

const OF_CAMPAIGNS = /^(utm_\w+|fbclid|gclid)$/i;

/** The page that a link leads to, whatever the scheme, `www.`, a final stroke, a place on the page or a campaign. */
function linkOf(text: string): string | null {
  if (!/^https?:\/\//i.test(text.trim()) || !URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  for (const name of [...url.searchParams.keys()]) if (OF_CAMPAIGNS.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const query = url.searchParams.size > 0 ? `?${url.searchParams.toString()}` : '';
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${query}`;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
