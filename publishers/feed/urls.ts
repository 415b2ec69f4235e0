import { COLLECTION_OF, type EntryType } from '../../editorial/content.ts';

/** Absolute addresses that stand in the feed. `siteUrl` has no trailing slash. */
export const pageUrl = (siteUrl: string, type: EntryType, slug: string): string =>
  `${siteUrl}/${COLLECTION_OF[type]}/${encodeURIComponent(slug)}`;

export const clinicianUrl = (siteUrl: string, slug: string): string =>
  `${siteUrl}/clinicians/${encodeURIComponent(slug)}`;

export const figureUrl = (siteUrl: string, sha256: string): string => `${siteUrl}/figures/${sha256}.webp`;

export const feedUrl = (siteUrl: string, format: 'json' | 'atom', guideSlug: string | null): string => {
  if (format === 'atom') return `${siteUrl}/feed.xml`;
  return guideSlug === null ? `${siteUrl}/feed.json` : `${siteUrl}/feeds/${encodeURIComponent(guideSlug)}.json`;
};
