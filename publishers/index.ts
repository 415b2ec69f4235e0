import type { Payload } from 'payload';
import { createEmailPublisher, type EmailPublisher } from './email/email-publisher.ts';
import type { MailTransport } from './email/mail-transport.ts';
import { createFeedPublisher } from './feed/feed-publisher.ts';
import { createLibrary } from '../release-log/library.ts';
import { publicKeys } from '../release-log/public-keys.ts';
import type { ChannelContext, FollowingPublisher, WebPublisher } from './publisher.ts';
import { createReleaseLog } from '../release-log/read-rows.ts';
import { createSitePublisher } from './site/site-publisher.ts';

export interface PublishersOptions {
  payload: Payload;
  siteUrl: string;
  demo: boolean;
  now: () => Date;
  hub: string | null;
  figureFile: (sha256: string) => Promise<Buffer | null>;
  mail: { transport: MailTransport; secret: string; from: string; postalAddress: string };
  onError: (error: unknown) => void;
}

/** Every channel there is. */
export interface Publishers {
  context: ChannelContext;
  site: WebPublisher;
  feed: WebPublisher;
  email: EmailPublisher;
  /** channels whose effects leave the building, for `follow.ts` */
  following: FollowingPublisher[];
}

export function createPublishers({
  payload,
  siteUrl,
  demo,
  now,
  hub,
  figureFile,
  mail,
  onError,
}: PublishersOptions): Publishers {
  const log = createReleaseLog(payload);
  // The library's age is measured on the machine's clock: a test that moves the editorial clock moves no time here.
  const library = createLibrary({ log, now: () => performance.now() });
  const context: ChannelContext = { siteUrl, demo, library: library.current, now };
  const email = createEmailPublisher({
    ...context,
    payload,
    transport: mail.transport,
    secret: mail.secret,
    mailFrom: mail.from,
    postalAddress: mail.postalAddress,
    onError,
  });
  return {
    context,
    site: createSitePublisher({ ...context, figureFile, onError }),
    feed: createFeedPublisher({
      ...context,
      log,
      publicKeys: () => publicKeys(payload),
      onError,
      ...(hub ? { hub } : {}),
    }),
    email,
    following: [email],
  };
}
