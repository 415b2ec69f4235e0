import type { AdminViewConfig } from 'payload';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN_VIEWS, VIEWS_FOR_ANYBODY } from '../../../admin/views.ts';
import { signIn } from '../../support/admin-pages.ts';
import { barriersOf, contextOf, LOOKS, openAndSettle, sidewaysScroll } from '../../support/barriers.ts';
import { startBrowser } from '../../support/browser.ts';
import { makeBusyDesk, type BusyDesk } from '../../support/busy-desk.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let browser: Browser;
let desk: BusyDesk;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
  desk = await makeBusyDesk(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Name = keyof typeof ADMIN_VIEWS;
/** nobody is logged in, or who is; and the address */
type Sight = readonly [who: string | null, path: string];

const below = (path: string) => path.replace('/api/', '');

/** What stands below the address of a view, where it shows something of its own; and what differs by who looks. */
const BELOW: Partial<Record<Name, (desk: BusyDesk) => Sight[]>> = {
  choosePassword: () => [[null, '/admin/reset/nothing']],
  review: ({ sentBack, planned }) => [
    ['editor', `/admin/review/${below(sentBack)}`],
    ['reviewer', `/admin/review/${below(planned)}`],
  ],
  timeline: ({ sentBack }) => [['editor', `/admin/timeline/${below(sentBack)}`]],
  changeSet: ({ changeSet }) => [['reviewer', `/admin/change-sets/${changeSet}`]],
  impact: ({ source }) => [['editor', `/admin/impact/${below(source)}`]],
};

/** Every view of the desk: a new one is looked at by itself, at its address. */
function everySight(): Sight[] {
  const views = (Object.entries(ADMIN_VIEWS) as [Name, AdminViewConfig][]).flatMap(([name, { path = '' }]): Sight[] => [
    [
      VIEWS_FOR_ANYBODY.includes(name) ? null : 'reviewer',
      `/admin${path.replace('/:collection/:id', `/${below(desk.reviewed)}`)}`,
    ],
    ...(BELOW[name]?.(desk) ?? []),
  ]);
  const firstScreens = ['editor', 'reviewer', 'mailer', 'admin'].map((who): Sight => [who, '/admin']);
  return [...firstScreens, ['editor', '/admin?whose=everybody'], ...views, [null, desk.expert]];
}

it.each(LOOKS)(
  'no view of the desk has a barrier that axe finds, nor scrolls sideways: $colorScheme at $width px',
  async (look) => {
    const sights = everySight();
    const found: string[] = [];
    for (const who of new Set(sights.map(([one]) => one))) {
      const page = who
        ? await signIn(browser, server.url, `${who}@example.com`, contextOf(look))
        : await (await browser.newContext(contextOf(look))).newPage();
      for (const [, path] of sights.filter(([one]) => one === who)) {
        await openAndSettle(page, server.url + path);
        const { unknown } = await barriersOf(page);
        found.push(...unknown.map((one) => `${who} ${path} ${one}`));
        if ((await sidewaysScroll(page)) > 0) found.push(`${who} ${path} scrolls sideways`);
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
  },
  240_000,
);
