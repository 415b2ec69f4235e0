import type { EmergencyChoice } from '../model/emergency-numbers.ts';
import { MAIL_FORMATS } from '../model/entries/shared.ts';
import { COLLECTION_OF, type EntryType } from '../model/entries/types.ts';
import type { Grade } from '../release-log/correction-list.ts';

type Named = { type: EntryType; slug: string };

/** Path of an entry's page. */
export const pathOf = ({ type, slug }: Named): string => `/${COLLECTION_OF[type]}/${encodeURIComponent(slug)}`;

/** The same with its origin, for what leaves the site. `siteUrl` has no trailing slash. */
export const pageUrl = (siteUrl: string, entry: Named): string => siteUrl + pathOf(entry);

/** Path of the QR code that leads to an entry's page. */
export const qrPath = (entry: Named): string => `/qr${pathOf(entry)}.svg`;

/** Path of a page of what a clinician approved; pages count from 1. */
export const clinicianPath = (slug: string, page = 1): string =>
  `/clinicians/${encodeURIComponent(slug)}${page === 1 ? '' : `?page=${page}`}`;

/** The page of a clinician with its origin. */
export const clinicianUrl = (siteUrl: string, slug: string): string => siteUrl + clinicianPath(slug);

/** Path of the page that proves a release. */
export const proofPath = (seq: number): string => `/releases/${seq}`;

/** Path of a page of the corrections: those of one grade, or all but the minor ones. */
export function correctionsPath(grade: Grade | null, page = 1): string {
  const query = [...(grade === null ? [] : [`kind=${grade}`]), ...(page === 1 ? [] : [`page=${page}`])].join('&');
  return `/corrections${query && `?${query}`}`;
}

/** Path of the JSON Feed of a guide. */
export const guideFeedPath = (slug: string): string => `/feeds/${encodeURIComponent(slug)}.json`;

/** Path of a page of the list of all live entries of a type; pages count from 1. */
export const listPath = (type: EntryType, page = 1): string =>
  `/?list=${COLLECTION_OF[type]}${page === 1 ? '' : `&page=${page}`}`;

/** The same page with a reader's own emergency numbers, which its links carry on (ADR 0095). */
export const withNumbers = (path: string, choice: EmergencyChoice): string => {
  const [page = '', fragment] = path.split('#');
  return `${page}${page.includes('?') ? '&' : '?'}numbers=${choice}${fragment === undefined ? '' : `#${fragment}`}`;
};

/** Formats that figures are served in: WebP on pages and in feeds, the others in mails. */
export const FIGURE_ENDINGS = ['webp', ...MAIL_FORMATS] as const;
export type FigureEnding = (typeof FIGURE_ENDINGS)[number];
export const FIGURE_TYPES: Record<FigureEnding, string> = { webp: 'image/webp', png: 'image/png', jpg: 'image/jpeg' };

/** The file of a figure with this SHA-256 and ending, or null when it is lost. */
export type FigureFile = (sha256: string, ending: FigureEnding) => Promise<Buffer | null>;

/** Path of a figure's file by either of its names; its name is its content, so it never changes. */
export const figurePath = (name: string, ending: FigureEnding = 'webp'): string => `/figures/${name}.${ending}`;

/** Path of the picture that stands beside a shared link to a release. */
export const cardPath = (seq: number): string => `/og/${seq}.png`;

/** An address that editors wrote, for what leaves the site: `/guides/x` gets the origin. */
export const absoluteHref = (siteUrl: string, href: string): string => (href.startsWith('/') ? siteUrl + href : href);
