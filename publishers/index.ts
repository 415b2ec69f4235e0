import type { Payload } from 'payload';
import { createFeedPublisher } from './feed/feed-publisher.ts';
import { createLibrary } from './library.ts';
import { publicKeys } from './public-keys.ts';
import type { ChannelContext, FollowingPublisher, WebPublisher } from './publisher.ts';
import { createReleaseLog } from './release-log.ts';
import { createSitePublisher } from './site/site-publisher.ts';

export interface PublishersOptions {
  payload: Payload;
  siteUrl: string;
  demo: boolean;
  now: () => Date;
  hub: string | null;
  figureFile: (sha256: string) => Promise<Buffer | null>;
  onError: (error: unknown) => void;
}

/** Every channel there is. */
export interface Publishers {
  context: ChannelContext;
  site: WebPublisher;
  feed: WebPublisher;
  /** channels whose effects leave the building, for `follow.ts` */
  following: FollowingPublisher[];
}

export function createPublishers({ payload, siteUrl, demo, now, hub, figureFile, onError }: PublishersOptions): Publishers {
  const log = createReleaseLog(payload);
  // The library's age is measured on the machine's clock: a test that moves the editorial clock moves no time here.
  const library = createLibrary({ log, now: () => performance.now() });
  const context: ChannelContext = { siteUrl, demo, library: library.current, now };
  return {
    context,
    site: createSitePublisher({ ...context, figureFile, onError }),
    feed: createFeedPublisher({ ...context, log, publicKeys: () => publicKeys(payload), onError, ...(hub ? { hub } : {}) }),
    following: [],
  };
}
