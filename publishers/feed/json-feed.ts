import { DEMO_NOTICE } from '../publisher.ts';
import { nextUrl, type FeedChannel } from './channel.ts';
import type { FeedItem } from './feed-item.ts';
import type { Page } from './page.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed = (channel: FeedChannel, page: Page<Omit<FeedItem, '_imprimatur'>>): string =>
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
