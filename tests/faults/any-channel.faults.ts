import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMAIL_PATHS } from '../../publishers/email/web/paths.ts';
import { FEED_PATHS } from '../../publishers/feed/route.ts';
import { SITE_PATHS } from '../../publishers/site/routes.ts';
import { requestsTo, wrongWith } from '../publishers/site/any-request.ts';
import { PAGE_KINDS } from '../publishers/site/page-kinds.ts';
import { startForStrangers } from './strangers.ts';

const CASES = Number(process.env.STRANGERS ?? 100_000);

/** What is there beside the pages: files, feeds, the log, cards, pictures. */
const MACHINES = [
  ...['/feed.json', '/feed.xml', '/feeds/hip-pain.json', '/corrections.json', '/corrections.xml', '/changes.json'],
  ...['/releases/5.json', '/releases/7.json', '/og/5.png', '/og/8.png', `/figures/${'ab'.repeat(32)}.webp`],
  ...[
    '/sitemap.xml',
    '/sitemaps/1.xml',
    '/robots.txt',
    '/llms.txt',
    '/favicon.ico',
    '/qr/causes/hip-osteoarthritis.svg',
  ],
  ...['/.well-known/jwks.json', '/.well-known/security.txt', '/courses/hip-pain', '/courses/hip-pain/subscribe'],
];
const OPERATORS = ['/readyz', '/metrics'];
const API = [
  '/api/releases',
  '/api/causes',
  '/api/causes/1/release',
  '/api/users/login',
  '/api/users/me',
  '/api/graphql',
];

/** Half of the requests ask for what is there; the rest for anything that a channel declares, or nobody. */
test(`none of ${CASES} requests to any channel fails`, { timeout: 3_600_000 }, async () => {
  const { answer, personal, errors, stop } = await startForStrangers('SQLite');
  const pages = PAGE_KINDS.map(([path]) => path.split('?')[0] ?? '/');
  const known = [...pages, ...MACHINES, ...personal];
  const anyRequest = requestsTo({
    known: [...known, ...known, ...OPERATORS, ...API],
    declared: [...SITE_PATHS, ...FEED_PATHS, ...EMAIL_PATHS, '/api/:collection', '/api/:collection/:id'],
  });
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async ({ target, method, headers, body }) => {
      const sent = method === 'GET' || method === 'HEAD' || body === null ? {} : { body };
      const response = await answer(new Request(`http://localhost:3000${target}`, { method, headers, ...sent }));
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      expect(await wrongWith(response)).toBeNull();
    }),
    { numRuns: CASES },
  );
  console.log('answers by status:', Object.fromEntries([...statuses].sort()));
  expect(errors).toEqual([]);
  await stop();
});
