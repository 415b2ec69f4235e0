import { FIGURE_NAME } from '../../model/figure-name.ts';
import { ENTRY_TYPES, COLLECTION_OF, TYPE_OF, type EntryType } from '../../model/entries/types.ts';
import { FIGURE_ENDINGS, type FigureEnding } from '../addresses.ts';
import { matchesPath, type PathPattern } from '../http/paths.ts';
import { azIn, type AzAsked } from './finding/az.ts';
import { answersIn, type FinderAnswers } from './finding/finder-query.ts';
import { searchIn, type SearchAsked } from './finding/search-query.ts';
import { placesAt } from './finding/place-map.tsx';
import { ICON_PATHS, type IconPath } from './icons.ts';
import { MACHINE_PATHS } from './machine-paths.ts';
import { TRUST_PATHS, trustRouteOf, type TrustRoute } from './trust/routes.ts';

/** The addresses of the site. What no channel declares is its own too: it says in words that nothing is there. */
export const SITE_PATHS: readonly PathPattern[] = [
  '/',
  '/guides/:slug',
  '/causes/:slug',
  '/treatments/:slug',
  '/red-flags/:slug',
  '/a-z',
  '/search',
  '/find',
  ...TRUST_PATHS,
  ...MACHINE_PATHS,
  '/maps/:places.svg',
  '/qr/guides/:slug.svg',
  '/qr/causes/:slug.svg',
  '/qr/treatments/:slug.svg',
  '/qr/red-flags/:slug.svg',
];

export type Route =
  | { kind: 'home' }
  | { kind: 'list'; type: EntryType; page: number }
  | { kind: 'entry'; type: ReadingType; slug: string }
  | { kind: 'place-map'; path: string }
  | { kind: 'qr'; type: ReadingType; slug: string }
  | { kind: 'a-z'; asked: AzAsked }
  | { kind: 'search'; asked: SearchAsked }
  | { kind: 'find'; answers: FinderAnswers }
  | { kind: 'figure'; name: string; ending: FigureEnding }
  | { kind: 'sitemap' }
  | { kind: 'sitemap-file'; n: number }
  | { kind: 'robots' }
  | { kind: 'llms' }
  | { kind: 'manifest' }
  | { kind: 'security' }
  | { kind: 'card'; seq: number }
  | { kind: 'icon'; path: IconPath }
  | TrustRoute
  | { kind: 'styleguide' }
  | { kind: 'unknown' };

/** A file has an ending, a page has none. */
const isFile = (path: string): boolean => /\.\w+$/.test(path);
const PAGE_PATHS = SITE_PATHS.filter((path) => !isFile(path));
const FILE_PATHS = SITE_PATHS.filter(isFile);

/** Pages that search engines may list, beside the entries: what a search finds is no page of its own. */
export const LISTED_PATHS: readonly string[] = PAGE_PATHS.filter((path) => !path.includes(':') && path !== '/search');

/** Whether a file stands at a path, if anything does: the same for every reader. */
export const isMachinePath = (pathname: string): boolean =>
  FILE_PATHS.some((pattern) => matchesPath(pattern, pathname));

const FIGURE_PATH = new RegExp(`^/figures/(${FIGURE_NAME})\\.([a-z]{3,4})$`);

/** What an address asks for. Never throws: broken percent-encoding is an unknown path. */
export function routeOf(pathname: string, search: URLSearchParams): Route {
  if (pathname === '/') return homeOrList(search);
  if (pathname === '/a-z') return { kind: 'a-z', asked: azIn(search) };
  if (pathname === '/search') return { kind: 'search', asked: searchIn(search) };
  if (pathname === '/find') return { kind: 'find', answers: answersIn(search) };
  if (pathname === '/styleguide') return { kind: 'styleguide' };
  if (pathname === '/sitemap.xml') return { kind: 'sitemap' };
  if (pathname === '/robots.txt') return { kind: 'robots' };
  if (pathname === '/llms.txt') return { kind: 'llms' };
  if (pathname === '/site.webmanifest') return { kind: 'manifest' };
  if (pathname === '/.well-known/security.txt') return { kind: 'security' };
  const [, n] = /^\/sitemaps\/([1-9]\d{0,5})\.xml$/.exec(pathname) ?? [];
  if (n !== undefined) return { kind: 'sitemap-file', n: Number(n) };
  const [, seq] = /^\/og\/([1-9]\d{0,14})\.png$/.exec(pathname) ?? [];
  if (seq !== undefined) return { kind: 'card', seq: Number(seq) };
  const icon = ICON_PATHS.find((path) => path === pathname);
  if (icon) return { kind: 'icon', path: icon };
  const [, name, written] = FIGURE_PATH.exec(pathname) ?? [];
  const ending = FIGURE_ENDINGS.find((known) => known === written);
  if (name !== undefined && ending) return { kind: 'figure', name, ending };
  if (placesAt(pathname)) return { kind: 'place-map', path: pathname };
  const [, code = '', named = pathname] = /^\/(qr)(\/.*)\.svg$/.exec(pathname) ?? [];
  const [, folder, slug] = /^\/(guides|causes|treatments|red-flags)\/([^/]{1,300})$/.exec(named) ?? [];
  const decoded = slug === undefined ? null : decode(slug);
  if (!isReadingFolder(folder) || decoded === null) return trustRouteOf(pathname, search) ?? { kind: 'unknown' };
  return { kind: code === 'qr' ? 'qr' : 'entry', type: TYPE_OF[folder], slug: decoded };
}

/** `/?list=causes&page=2`; other parameters are ignored, as the web does. */
function homeOrList(search: URLSearchParams): Route {
  const list = search.get('list');
  if (list === null) return { kind: 'home' };
  const type = ENTRY_TYPES.find((known) => COLLECTION_OF[known] === list);
  const page = search.get('page') ?? '1';
  return type && /^[1-9]\d{0,6}$/.test(page) ? { kind: 'list', type, page: Number(page) } : { kind: 'unknown' };
}

/** The log position that `?release=` asks for: null when it is not asked, NaN when it is no position. */
export function releaseAskedFor(search: URLSearchParams): number | null {
  const value = search.get('release');
  if (value === null) return null;
  return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : Number.NaN;
}

type ReadingType = Exclude<EntryType, 'course'>;
type ReadingFolder = 'guides' | 'causes' | 'treatments' | 'red-flags';
const isReadingFolder = (folder: string | undefined): folder is ReadingFolder =>
  folder !== undefined && folder !== 'courses' && folder in TYPE_OF;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
