import { ENTRY_TYPES } from '../../editorial/content.ts';
import { PUBLIC_CACHE } from '../html/headers.ts';
import type { Rendered } from '../http/render-cache.ts';
import { toRepresentation } from '../http/representation.ts';
import { pathOf } from './references.ts';
import type { ReadingContext } from './view.ts';

const PERSONAL = ['/admin', '/api/', '/confirm/', '/unsubscribe/', '/preferences/', '/lessons/'];

/** Every live page with the time of its release (https://www.sitemaps.org/protocol.html). */
export function renderSitemap({ library, siteUrl }: ReadingContext): Rendered {
  const entries = ENTRY_TYPES.flatMap((type) => library.list(type));
  const urls = [
    `<url><loc>${escapeXml(siteUrl)}/</loc></url>`,
    ...entries.map(
      (entry) =>
        `<url><loc>${escapeXml(siteUrl + pathOf(entry))}</loc><lastmod>${escapeXml(entry.releasedAt)}</lastmod></url>`,
    ),
  ];
  return plain(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
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

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
