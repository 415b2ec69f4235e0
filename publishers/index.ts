import type { FigureFile } from './addresses.ts';
import type { Payload } from 'payload';
import type { RequestCounts } from '../model/limits.ts';
import { createLibrary } from '../release-log/library.ts';
import { onOwnCommit } from '../release-log/own-commits.ts';
import { createHeadWatch, watchWith } from '../release-log/head-watch.ts';
import { shareLibrary } from '../release-log/library-of.ts';
import { headMarkOf } from '../release-log/head-mark.ts';
import { createFaultList, IntegrityError, type Fault } from '../release-log/integrity.ts';
import type { OnTrouble } from '../release-log/on-trouble.ts';
import { publicJwks } from '../release-log/public-keys.ts';
import { createReleaseLog } from '../release-log/read-rows.ts';
import { sealWith } from '../release-log/seal.ts';
import type { SigningKey } from '../release-log/signature.ts';
import type { LogEvent } from './channel-events.ts';
import { createEmailPublisher, type EmailPublisher } from './email/email-publisher.ts';
import type { ReadersLeft } from './email/left/left-file.ts';
import type { MailTransport } from './email/mail-transport.ts';
import type { EmergencyNumber } from '../model/emergency-numbers.ts';
import type { SignUpLimits } from './email/sign-up-policy.ts';
import { createFeedPublisher } from './feed/feed-publisher.ts';
import { createMemory, type CopiedMemory } from './http/memory.ts';
import { createPageCache } from './http/page-cache.ts';
import { matchesPath } from './http/paths.ts';
import type { ChannelContext, FollowingPublisher, WebPublisher } from './publisher.ts';
import type { BodyMap } from './site/finding/body-map.ts';
import type { CardFont } from './site/card/render-card.ts';
import { createSitePublisher } from './site/site-publisher.ts';
import type { EditorialPolicy } from './site/trust/editorial-policy.ts';

export interface PublishersOptions {
  payload: Payload;
  siteUrl: string;
  demo: boolean;
  /** drawings of parts of the body whose areas are places */
  maps?: readonly BodyMap[];
  /** in development: shows every component at `/styleguide` */
  styleguide?: boolean;
  /** emergency numbers, the site's own first; numbers of several countries unless told */
  emergency?: readonly EmergencyNumber[] | undefined;
  now: () => Date;
  hub: string | null;
  signingKey: () => Promise<SigningKey>;
  figureFile: FigureFile;
  cardFont: CardFont;
  /** `mailto:` or `https:` address for whoever found a weakness */
  securityContact: string | null;
  mail: { transport: MailTransport; secret: string; from: string; postalAddress: string };
  /** readers who leave are kept there too */
  left: ReadersLeft;
  counts: RequestCounts;
  signUpLimits: SignUpLimits;
  /** clinicians who are struck off now, by uid: no row of the log says it */
  struckOff: () => Promise<ReadonlySet<string>>;
  /** the editorial policy that the gate gets */
  policy: EditorialPolicy;
  trustedProxies: number;
  /** told what happened, one event each */
  log: LogEvent;
  /** told what a channel failed with, but for rows that do not verify */
  onError: (error: unknown) => void;
  /** told once of each row of the log that does not verify */
  onFault: (fault: Fault) => void;
  /** told of what failed in following the log and stopped nothing */
  onTrouble: OnTrouble;
}

/** Every channel there is. */
export interface Publishers {
  context: ChannelContext;
  /** what in the log does not verify, as far as it was looked at */
  faults: () => readonly Fault[];
  /** channels that answer web requests */
  web: WebPublisher[];
  /** Makes ready in the background what would keep a first reader waiting. Never rejects. */
  warm: () => Promise<void>;
  /** Answers a request by the channel that declares its path; the site says in words when none does. */
  respond: (request: Request) => Promise<Response>;
  /** what is rendered already, for a server that answers without asking */
  memory: CopiedMemory;
  /** channels whose effects leave the building, for `follow.ts` */
  following: FollowingPublisher[];
  email: EmailPublisher;
}

/** How long a page may go on without saying that its clinician was struck off. */
const STANDINGS_MS = 2_000;

/** Bound of the memory that rendered answers take. */
const PAGE_BYTES = 96 * 1024 * 1024;

export function createPublishers(options: PublishersOptions): Publishers {
  const { payload, siteUrl, demo, emergency, now, hub, signingKey, figureFile, mail, onTrouble } = options;
  // Whoever asks for a row that does not verify meets it again: its operators hear of it once.
  const { add: onFault } = createFaultList(options.onFault);
  const onError = (error: unknown) => {
    if (error instanceof IntegrityError) onFault(error.fault);
    else options.onError(error);
  };
  const log = createReleaseLog(payload, onFault);
  // The library's age is measured on the machine's clock: a test that moves the editorial clock moves no time here.
  const mark = headMarkOf(payload);
  const library = createLibrary({ log, now: () => performance.now(), mark, onFault, onTrouble });
  shareLibrary(payload, library);
  onOwnCommit(payload, library.moved);
  let struckOff: ReadonlySet<string> = new Set();
  let beside = '';
  const standings = createHeadWatch({
    look: async () => {
      struckOff = await options.struckOff();
      beside = [...struckOff].sort().join(' ');
      return struckOff;
    },
    now: () => performance.now(),
    maxAgeMs: STANDINGS_MS,
    what: 'how clinicians stand',
    onTrouble,
  });
  const seen = watchWith(library, standings);
  const pages = createPageCache({ maxBytes: PAGE_BYTES, now, beside: () => beside });
  // Feeds and mails say nothing of standings: what cannot be read of them must not hold up a withdrawal.
  const context: ChannelContext = { siteUrl, demo, emergency, library: library.current, pages, now };
  const site = createSitePublisher({
    ...context,
    library: seen.current,
    struckOff: () => struckOff,
    maps: options.maps,
    ...(options.styleguide ? { styleguide: true } : {}),
    figureFile,
    policy: options.policy,
    cardFont: options.cardFont,
    securityContact: options.securityContact,
    onError,
  });
  const feed = createFeedPublisher({
    ...context,
    log,
    publicKeys: async () => publicJwks(await log.keys()),
    seal: sealWith(signingKey),
    onError,
    ...(hub ? { hub } : {}),
  });
  const email = createEmailPublisher({
    ...context,
    payload,
    left: options.left,
    counts: options.counts,
    signUpLimits: options.signUpLimits,
    trustedProxies: options.trustedProxies,
    transport: mail.transport,
    secret: mail.secret,
    mailFrom: mail.from,
    postalAddress: mail.postalAddress,
    log: options.log,
    onError,
  });
  const web: WebPublisher[] = [site, feed, email];
  return {
    context,
    faults: library.faults,
    web,
    warm: site.warm,
    respond: (request) => (publisherOf(web, new URL(request.url).pathname) ?? site).respond(request),
    memory: createMemory(seen, pages, (hear) => onOwnCommit(payload, hear)),
    following: [email],
    email,
  };
}

/** The channel that declares a path. */
const publisherOf = (web: WebPublisher[], pathname: string): WebPublisher | undefined =>
  web.find(({ paths }) => paths.some((pattern) => matchesPath(pattern, pathname)));
