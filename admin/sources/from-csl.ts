import { z } from 'zod';
import { doiIn } from '../../model/source-identity.ts';
import type { ReadSource } from './read-source.ts';

const text = z.string().trim().min(1).max(2000).optional().catch(undefined);
const cslItem = z.object({
  title: text,
  type: text,
  'container-title': text,
  publisher: text,
  DOI: text,
  PMID: z.coerce
    .string()
    .regex(/^\d{1,10}$/)
    .optional()
    .catch(undefined),
  URL: text,
  issued: z
    .object({ 'date-parts': z.array(z.array(z.coerce.number()).max(6)).min(1).max(2) })
    .optional()
    .catch(undefined),
});

const KINDS: Readonly<Record<string, NonNullable<ReadSource['kind']>>> = {
  book: 'textbook',
  'article-newspaper': 'news',
  report: 'report',
};

/** What a reference in CSL-JSON says (https://citeproc-js.readthedocs.io); null of a text that is none. Of several the first. */
export function fromCsl(pasted: string): ReadSource | null {
  if (!/^[[{]/.test(pasted)) return null;
  let given: unknown;
  try {
    given = JSON.parse(pasted);
  } catch {
    return null;
  }
  const { success, data } = cslItem.safeParse(Array.isArray(given) ? given[0] : given);
  if (!success) return null;
  const { title, type = '', DOI, PMID, URL: url, issued } = data;
  const publisher = data['container-title'] ?? data.publisher;
  const year = issued?.['date-parts'][0]?.[0];
  const doi = doiIn(DOI ?? '');
  const kind = KINDS[type];
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(year !== undefined && year >= 1900 && year <= 2100 ? { year } : {}),
    ...(doi === null ? {} : { doi }),
    ...(PMID === undefined ? {} : { pmid: PMID }),
    ...(url !== undefined && /^https?:\/\//i.test(url) ? { url: url.replace(/^http:/i, 'https:') } : {}),
    ...(kind === undefined ? {} : { kind }),
  };
}
