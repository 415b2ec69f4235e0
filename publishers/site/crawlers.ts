import { PUBLIC_CACHE } from '../http/caching.ts';
import { toRepresentation, type Rendered } from '../http/representation.ts';
import { llmsText } from './machines/llms.ts';
import { manifestText } from './machines/manifest.ts';
import { securityText } from './machines/security.ts';
import { listedPages, sitemap, sitemapFile } from './machines/sitemap.ts';
import { LISTED_PATHS } from './routes.ts';
import type { ReadingContext } from './view.ts';

const PERSONAL = ['/admin', '/api/', '/confirm/', '/unsubscribe/', '/preferences/', '/lessons/'];

/** What is for programs and not for readers; a missing file is null. */
export function renderSitemap({ library, siteUrl }: ReadingContext): Rendered {
  return plain(sitemap(listedPages(library, siteUrl, LISTED_PATHS), siteUrl), 'application/xml; charset=utf-8');
}

export function renderSitemapFile(n: number, { library, siteUrl }: ReadingContext): Rendered | null {
  const file = sitemapFile(listedPages(library, siteUrl, LISTED_PATHS), n);
  return file === null ? null : plain(file, 'application/xml; charset=utf-8');
}

/** RFC 9309. */
export const renderRobots = ({ siteUrl }: ReadingContext): Rendered =>
  plain(
    ['User-agent: *', ...PERSONAL.map((path) => `Disallow: ${path}`), '', `Sitemap: ${siteUrl}/sitemap.xml`, ''].join(
      '\n',
    ),
    'text/plain; charset=utf-8',
  );

export const renderLlms = (context: ReadingContext): Rendered => plain(llmsText(context), 'text/plain; charset=utf-8');

/** Every browser that keeps the site's icons asks for it. */
export const renderManifest = (): Rendered => plain(manifestText(), 'application/manifest+json; charset=utf-8');

export const renderSecurity = (contact: string, context: ReadingContext): Rendered =>
  plain(securityText({ ...context, contact }), 'text/plain; charset=utf-8');

const plain = (body: string, contentType: string): Rendered => ({
  representation: toRepresentation(body, contentType),
  status: 200,
  headers: { 'Cache-Control': PUBLIC_CACHE },
});
