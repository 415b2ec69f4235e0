import { ENTRY_TYPES } from '../../../model/entries/types.ts';
import type { ManyRowsPage } from '../../../release-log/change-times.ts';
import type { Library } from '../../../release-log/library.ts';
import { clinicianUrl, listPath, pageUrl } from '../../addresses.ts';
import { markup, XML_PROLOGUE, type Markup } from '../../html/markup.ts';

/** https://www.sitemaps.org/protocol.html: what one file may hold. */
export const MOST_IN_ONE = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Listed {
  url: string;
  /** RFC 3339; null where no release says when the page last changed */
  changed: string | null;
}

/**
 * Every page that search engines may list: the site's own, the lists of all entries of a type, each live entry with the
 * time of its release, each clinician with that of the last row about a text that they approved.
 */
export function listedPages(
  library: Pick<Library, 'list' | 'clinicians' | 'changeTime'>,
  siteUrl: string,
  fixed: readonly string[],
): Listed[] {
  const { changeTime } = library;
  const lists = ENTRY_TYPES.map((type) => ({ type, entries: library.list(type) }));
  return [
    ...fixed.map((path) => ({ url: siteUrl + path, changed: newest(MADE_OF[path] ?? [], changeTime) })),
    ...lists
      .filter(({ entries }) => entries.length > 0)
      .map(({ type }) => ({ url: siteUrl + listPath(type), changed: changeTime(type) })),
    ...lists.flatMap(({ entries }) =>
      entries.map((entry) => ({ url: pageUrl(siteUrl, entry), changed: entry.releasedAt })),
    ),
    ...library.clinicians().map(({ profile }) => ({
      url: clinicianUrl(siteUrl, profile.slug),
      changed: changeTime(`clinician:${profile.uid}`),
    })),
  ];
}

/** What the site's own pages are made of. The editorial policy stands in no row: nothing in the log dates it. */
const MADE_OF: Readonly<Record<string, readonly ManyRowsPage[]>> = {
  '/': ['all'],
  '/a-z': ['all'],
  '/find': ['guide', 'cause', 'red-flag'],
  '/clinicians': ['clinicians'],
  '/corrections': ['corrections'],
  '/editorial-policy': [],
};

const newest = (pages: readonly ManyRowsPage[], changeTime: Library['changeTime']): string | null =>
  pages.map(changeTime).reduce((last, one) => (one !== null && one > (last ?? '') ? one : last), null);

/** `/sitemap.xml`: the pages, or the list of the files that hold them when there are too many for one. */
export function sitemap(pages: readonly Listed[], siteUrl: string, most = MOST_IN_ONE): string {
  const files = Math.ceil(pages.length / most);
  if (files <= 1) return urlset(pages);
  const items = Array.from({ length: files }, (_, i) => {
    const changed = newestOf(part(pages, i + 1, most));
    return markup`<sitemap><loc>${siteUrl}/sitemaps/${i + 1}.xml</loc>${lastmod(changed)}</sitemap>\n`;
  });
  return markup`${XML_PROLOGUE}<sitemapindex xmlns="${NAMESPACE}">\n${items}</sitemapindex>\n`.text;
}

/** `/sitemaps/{n}.xml`, counted from 1; null where the list has no such file, or needs none. */
export function sitemapFile(pages: readonly Listed[], n: number, most = MOST_IN_ONE): string | null {
  const own = pages.length > most ? part(pages, n, most) : [];
  return own.length === 0 ? null : urlset(own);
}

const part = (pages: readonly Listed[], n: number, most: number) => pages.slice((n - 1) * most, n * most);

const urlset = (pages: readonly Listed[]): string => {
  const urls = pages.map(({ url, changed }) => markup`<url><loc>${url}</loc>${lastmod(changed)}</url>\n`);
  return markup`${XML_PROLOGUE}<urlset xmlns="${NAMESPACE}">\n${urls}</urlset>\n`.text;
};

const lastmod = (changed: string | null): Markup | string =>
  changed === null ? '' : markup`<lastmod>${changed}</lastmod>`;

const newestOf = (pages: readonly Listed[]): string | null =>
  pages.reduce<string | null>(
    (last, { changed }) => (changed !== null && (last ?? '') < changed ? changed : last),
    null,
  );
