import type { EmergencyNumber } from '../model/emergency-numbers.ts';
import type { Library } from '../release-log/library.ts';
import type { PageCache } from './http/page-cache.ts';
import type { PathPattern } from './http/paths.ts';

/** What every channel is given. Time and randomness are handed in, so that tests can state them. */
export interface ChannelContext {
  /** absolute origin of the site without a trailing slash, e.g. `https://example.org` */
  siteUrl: string;
  /** DEMO=1: every page, mail and feed says that the content is a demonstration */
  demo: boolean;
  /** emergency numbers, the site's own first; numbers of several countries unless told */
  emergency?: readonly EmergencyNumber[] | undefined;
  /** the library at most 250 ms behind the log; throws when the database cannot be asked */
  library: () => Promise<Library>;
  /** what is rendered already, of all channels */
  pages: PageCache;
  now: () => Date;
}

/** A channel that answers web requests. */
export interface WebPublisher {
  name: string;
  /** the addresses that it answers, whatever the method; no other channel declares one of them */
  paths: readonly PathPattern[];
  /** Answers every request to one of its addresses. Never throws: what goes wrong becomes a 500 or 503. */
  respond(request: Request): Promise<Response>;
}

/** A channel with effects that leave the building; walked along the log by `follow.ts`. */
export interface FollowingPublisher {
  name: string;
  /**
   * Takes the effects of the log rows after `since` up to and including `upTo`; at least once, so it must be
   * repeatable. Returning means done: the cursor moves to `upTo`.
   */
  follow(since: number, upTo: number): Promise<void>;
}

/** The sentence that every channel shows with DEMO=1. */
export const DEMO_NOTICE =
  'Demonstration content: no clinician has reviewed it. The reviewers named here are made up. Do not use it for health decisions.';
