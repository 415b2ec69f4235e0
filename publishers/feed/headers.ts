import { PUBLIC_CACHE } from '../http/caching.ts';
import { READ_METHODS } from '../http/methods.ts';

/** Any page of any origin may read the feed: it is public and carries no cookies (Fetch, "CORS protocol"). */
export const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link' };

export const FRESH = { 'Cache-Control': PUBLIC_CACHE };

export const ALLOW = { Allow: READ_METHODS };

export const PREFLIGHT = {
  ...ALLOW,
  'Access-Control-Allow-Methods': READ_METHODS,
  'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
  'Access-Control-Max-Age': '86400',
};

/** `self` is the WebSub topic, so it names the feed and not the page (WebSub §4). */
export const linkHeader = (self: string, hub: string | undefined): { Link: string } => ({
  Link: [`<${self}>; rel="self"`, ...(hub === undefined ? [] : [`<${hub}>; rel="hub"`])].join(', '),
});
