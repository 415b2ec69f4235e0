import type { LibraryEntry } from '../../release-log/library.ts';
import { guideFeedPath, pageUrl } from '../addresses.ts';
import { SITE_NAME } from '../wording/site-name.ts';
import type { FeedAuthor } from './feed-item.ts';

/** What a feed is about: everything, or one guide. */
export interface FeedChannel {
  title: string;
  description: string;
  homePageUrl: string;
  /**
   * The address of the feed, not of a page of it, and the same on every page: JSON Feed 1.1 calls it the
   * feed's unique identifier, and WebSub needs one topic. `next_url` always carries `before`, so the two
   * never coincide.
   */
  feedUrl: string;
  author: FeedAuthor;
  hub: string | undefined;
  demo: boolean;
}

/** Title, addresses and description of the whole feed or of one guide's. */
export function feedChannel(
  { siteUrl, demo, hub }: { siteUrl: string; demo: boolean; hub: string | undefined },
  format: 'json' | 'atom',
  guide: LibraryEntry | null,
): FeedChannel {
  return {
    title: guide ? `${guide.title} – ${SITE_NAME}` : SITE_NAME,
    description:
      guide?.summary ?? 'Medical information that clinicians approved, with every correction and withdrawal.',
    homePageUrl: guide ? pageUrl(siteUrl, guide) : `${siteUrl}/`,
    feedUrl: feedUrl(siteUrl, format, guide?.slug ?? null),
    author: { name: SITE_NAME, url: `${siteUrl}/` },
    hub,
    demo,
  };
}

/** `siteUrl` has no trailing slash. */
export const feedUrl = (siteUrl: string, format: 'json' | 'atom', guideSlug: string | null): string => {
  if (format === 'atom') return `${siteUrl}/feed.xml`;
  return guideSlug === null ? `${siteUrl}/feed.json` : siteUrl + guideFeedPath(guideSlug);
};

/** The page of a feed that stands below log position `before`. */
export const nextUrl = ({ feedUrl }: FeedChannel, before: number): string => `${feedUrl}?before=${before}`;
