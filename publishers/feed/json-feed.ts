import { DEMO_NOTICE } from '../publisher.ts';
import type { FeedAuthor, FeedItem } from './feed-item.ts';
import type { Page } from './page.ts';

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

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed = (channel: FeedChannel, page: Page<FeedItem>): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.homePageUrl,
    feed_url: channel.feedUrl,
    description: channel.demo ? `${DEMO_NOTICE} ${channel.description}` : channel.description,
    ...(page.before === null ? {} : { next_url: nextUrl(channel, page.before) }),
    language: 'en',
    authors: [channel.author],
    ...(channel.hub === undefined ? {} : { hubs: [{ type: 'WebSub', url: channel.hub }] }),
    items: page.items,
  });

export const nextUrl = ({ feedUrl }: FeedChannel, before: number): string => `${feedUrl}?before=${before}`;
