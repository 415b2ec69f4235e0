import { doiIn } from '../../model/source-identity.ts';
import type { ReadSource } from './read-source.ts';

const LINE = /^([A-Z][A-Z0-9])\s{2}-\s?(.*)$/;

/** What a reference in RIS says (https://en.wikipedia.org/wiki/RIS_(file_format)); null of a text that is none. Of several the first. */
export function fromRis(text: string): ReadSource | null {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const [, tag, value] = LINE.exec(line.trimEnd()) ?? [];
    return tag === undefined ? [] : [{ tag, value: (value ?? '').trim() }];
  });
  const start = lines.findIndex(({ tag }) => tag === 'TY');
  if (start < 0) return null;
  const end = lines.findIndex(({ tag }, i) => i > start && (tag === 'ER' || tag === 'TY'));
  const one = lines.slice(start, end < 0 ? undefined : end);
  const said = (...tags: string[]): string | undefined =>
    tags.flatMap((tag) => one.filter((line) => line.tag === tag && line.value !== '').map(({ value }) => value))[0];
  const year = /\b(?:19|20)\d{2}\b/.exec(said('PY', 'Y1', 'DA') ?? '')?.[0];
  const doi = doiIn(said('DO', 'M3') ?? '');
  const url = one.find(({ tag, value }) => ['UR', 'L2'].includes(tag) && /^https?:\/\//i.test(value))?.value;
  const title = said('TI', 'T1', 'CT');
  const publisher = said('JO', 'JF', 'T2', 'JA', 'PB');
  const pmid = /pubmed|medline|nlm/i.test(said('DB') ?? '') ? /^\d{1,10}$/.exec(said('AN') ?? '')?.[0] : undefined;
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(doi === null ? {} : { doi }),
    ...(pmid === undefined ? {} : { pmid }),
    ...(url === undefined ? {} : { url: url.replace(/^http:/, 'https:') }),
    ...(said('TY') === 'BOOK' ? { kind: 'textbook' } : {}),
    ...(said('TY') === 'NEWS' ? { kind: 'news' } : {}),
    ...(said('TY') === 'RPRT' ? { kind: 'report' } : {}),
  };
}
