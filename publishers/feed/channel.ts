import { pageUrl } from '../addresses.ts';
import type { LibraryEntry } from '../../release-log/library.ts';
import { SITE_NAME } from '../wording/site-name.ts';
import type { FeedChannel } from './json-feed.ts';
import { feedUrl } from './urls.ts';

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
