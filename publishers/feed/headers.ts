/** Any page of any origin may read the feed: it is public and carries no cookies (Fetch, "CORS protocol"). */
export const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link' };

/** A shared cache may answer for one second, a reader must ask each time (DESIGN §5). */
export const FRESH = { 'Cache-Control': 'public, max-age=0, s-maxage=1, must-revalidate' };

export const ALLOW = { Allow: 'GET, HEAD, OPTIONS' };

export const PREFLIGHT = {
  ...ALLOW,
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
  'Access-Control-Max-Age': '86400',
};

/** `self` is the WebSub topic, so it names the feed and not the page (WebSub §4). */
export const linkHeader = (self: string, hub: string | undefined): { Link: string } => ({
  Link: [`<${self}>; rel="self"`, ...(hub === undefined ? [] : [`<${hub}>; rel="hub"`])].join(', '),
});
