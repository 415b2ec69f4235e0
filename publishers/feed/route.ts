import type { PathPattern } from '../http/paths.ts';

/** The addresses of the feed. */
export const FEED_PATHS: readonly PathPattern[] = [
  '/feed.json',
  '/feed.xml',
  '/feeds/:guide.json',
  '/corrections.json',
  '/corrections.xml',
  '/changes.json',
  '/releases/:seq.json',
  '/.well-known/jwks.json',
];

/** What a request asks the feed for, with its parameters parsed. */
export type FeedRoute =
  | { kind: 'feed'; format: 'json' | 'atom'; guideSlug: string | null; before: number | null }
  | { kind: 'corrections'; format: 'json' | 'atom'; before: number | null }
  | { kind: 'changes'; since: number; limit: number; log: string | null }
  | { kind: 'release'; seq: number }
  | { kind: 'keys' }
  | { kind: 'unknown' }
  | { kind: 'invalid'; parameter: string; expected: string };

const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 200;

/** Unknown parameters are ignored, as the web does; known ones must be one whole number in range. */
export function toRoute(requestUrl: string): FeedRoute {
  const { pathname, searchParams } = new URL(requestUrl);
  if (pathname === '/feed.json') return paged(searchParams, 'json', null);
  if (pathname === '/feed.xml') return paged(searchParams, 'atom', null);
  if (pathname === '/corrections.json' || pathname === '/corrections.xml') {
    const before = wholeNumber(searchParams, 'before', { min: 1 });
    const format = pathname.endsWith('.json') ? 'json' : 'atom';
    return before === INVALID ? invalid('before') : { kind: 'corrections', format, before };
  }
  if (pathname === '/changes.json') return changes(searchParams);
  if (pathname === '/.well-known/jwks.json') return { kind: 'keys' };
  const seq = /^\/releases\/([1-9]\d{0,14})\.json$/.exec(pathname)?.[1];
  if (seq !== undefined) return { kind: 'release', seq: Number(seq) };
  const guideSlug = slugIn(pathname);
  return guideSlug === null ? { kind: 'unknown' } : paged(searchParams, 'json', guideSlug);
}

/** Path and query of a page of the log, without what goes without saying. */
export function changesPath({ since, limit, log }: { since: number; limit: number; log: string | null }): string {
  const query = new URLSearchParams();
  if (since > 0) query.set('since', String(since));
  if (limit !== DEFAULT_LIMIT) query.set('limit', String(limit));
  if (log !== null) query.set('log', log);
  return query.size === 0 ? '/changes.json' : `/changes.json?${query.toString()}`;
}

function paged(query: URLSearchParams, format: 'json' | 'atom', guideSlug: string | null): FeedRoute {
  const before = wholeNumber(query, 'before', { min: 1 });
  return before === INVALID ? invalid('before') : { kind: 'feed', format, guideSlug, before };
}

function changes(query: URLSearchParams): FeedRoute {
  const since = wholeNumber(query, 'since', { min: 0 });
  if (since === INVALID) return invalid('since');
  const limit = wholeNumber(query, 'limit', { min: 1, max: MAX_LIMIT });
  if (limit === INVALID) return invalid('limit', `between 1 and ${MAX_LIMIT}`);
  const logs = query.getAll('log');
  if (logs.length > 1) return { kind: 'invalid', parameter: 'log', expected: 'the id of one log' };
  return { kind: 'changes', since: since ?? 0, limit: limit ?? DEFAULT_LIMIT, log: logs[0] ?? null };
}

const INVALID = Symbol('invalid');

const invalid = (parameter: string, range = 'that is a log position'): FeedRoute => ({
  kind: 'invalid',
  parameter,
  expected: `one whole number ${range}`,
});

function wholeNumber(
  query: URLSearchParams,
  name: string,
  { min, max = Number.MAX_SAFE_INTEGER }: { min: number; max?: number },
): number | null | typeof INVALID {
  const values = query.getAll(name);
  const [value] = values;
  if (value === undefined) return null;
  if (values.length > 1 || !/^\d{1,16}$/.test(value)) return INVALID;
  const number = Number(value);
  return number >= min && number <= max ? number : INVALID;
}

function slugIn(pathname: string): string | null {
  const [, encoded] = /^\/feeds\/([^/]+)\.json$/.exec(pathname) ?? [];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
