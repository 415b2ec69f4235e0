import type { LibraryEntry } from '../library.ts';
import type { FeedChannel } from './json-feed.ts';
import { feedUrl, pageUrl } from './urls.ts';

const NAME = 'Imprimatur';

/** Title, addresses and description of the whole feed or of one guide's. */
export function feedChannel(
  { siteUrl, demo, hub }: { siteUrl: string; demo: boolean; hub: string | undefined },
  format: 'json' | 'atom',
  guide: LibraryEntry | null,
): FeedChannel {
  return {
    title: guide ? `${guide.title} – ${NAME}` : NAME,
    description:
      guide?.summary ?? 'Medical information that clinicians approved, with every correction and withdrawal.',
    homePageUrl: guide ? pageUrl(siteUrl, 'guide', guide.slug) : `${siteUrl}/`,
    feedUrl: feedUrl(siteUrl, format, guide?.slug ?? null),
    author: { name: NAME, url: `${siteUrl}/` },
    hub,
    demo,
  };
}
