/** `siteUrl` has no trailing slash. */
export const clinicianUrl = (siteUrl: string, slug: string): string =>
  `${siteUrl}/clinicians/${encodeURIComponent(slug)}`;

export const feedUrl = (siteUrl: string, format: 'json' | 'atom', guideSlug: string | null): string => {
  if (format === 'atom') return `${siteUrl}/feed.xml`;
  return guideSlug === null ? `${siteUrl}/feed.json` : `${siteUrl}/feeds/${encodeURIComponent(guideSlug)}.json`;
};
