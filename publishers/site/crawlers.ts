import { ENTRY_TYPES } from '../../model/entries/types.ts';
import { pageUrl } from '../addresses.ts';
import { markup, XML_PROLOGUE } from '../html/markup.ts';
import { PUBLIC_CACHE } from '../http/caching.ts';
import type { Rendered } from '../http/representation.ts';
import { toRepresentation } from '../http/representation.ts';
import type { ReadingContext } from './view.ts';

const PERSONAL = ['/admin', '/api/', '/confirm/', '/unsubscribe/', '/preferences/', '/lessons/'];

/** Every live page with the time of its release (https://www.sitemaps.org/protocol.html). */
export function renderSitemap({ library, siteUrl }: ReadingContext): Rendered {
  const entries = ENTRY_TYPES.flatMap((type) => library.list(type));
  const urls = entries.map(
    (entry) => markup`<url><loc>${pageUrl(siteUrl, entry)}</loc><lastmod>${entry.releasedAt}</lastmod></url>\n`,
  );
  return plain(
    markup`${XML_PROLOGUE}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${siteUrl}/</loc></url>
${urls}</urlset>
`.text,
    'application/xml; charset=utf-8',
  );
}

/** RFC 9309. */
export const renderRobots = ({ siteUrl }: ReadingContext): Rendered =>
  plain(
    ['User-agent: *', ...PERSONAL.map((path) => `Disallow: ${path}`), '', `Sitemap: ${siteUrl}/sitemap.xml`, ''].join(
      '\n',
    ),
    'text/plain; charset=utf-8',
  );

const plain = (body: string, contentType: string): Rendered => ({
  representation: toRepresentation(body, contentType),
  status: 200,
  headers: { 'Cache-Control': PUBLIC_CACHE },
});
