import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriersOf, contextOf, LOOKS, openAndSettle } from '../../support/barriers.ts';
import { startBrowser } from '../../support/browser.ts';
import { KNOWN_BARRIERS } from '../../support/known-barriers.ts';
import { signIn } from '../../support/admin-pages.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { pathOf, staffApi } from '../../support/staff-api.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('Payload’s login, lists, forms and account have the barriers that are written down, and no others', async () => {
  const cause = await pathOf(staffApi(server.url)('editor'), 'causes', 'cause-1');
  const seen = new Set<string>();
  const strange: string[] = [];
  for (const look of LOOKS) {
    const options = contextOf(look);
    const stranger = await (await browser.newContext(options)).newPage();
    const page = await signIn(browser, server.url, 'editor@example.com', options);
    for (const [one, path, ready] of [
      [stranger, '/admin/login', 'form'],
      [page, '/admin/collections/causes', 'table'],
      [
        page,
        cause.replace('/api/', '/admin/collections/'),
        'body:has(.workflow__verbs) textarea[name="summary"]:enabled',
      ],
      [page, '/admin/account', 'form'],
    ] as const) {
      await openAndSettle(one, server.url + path);
      // What a form shows before it may be written in is another page.
      await one.locator(ready).first().waitFor();
      const { unknown, known } = await barriersOf(one, KNOWN_BARRIERS);
      strange.push(...unknown.map((words) => `${path} ${look.width} ${look.colorScheme}: ${words}`));
      for (const { rule, selector } of known) seen.add(`${rule} ${selector}`);
    }
    await stranger.context().close();
    await page.context().close();
  }
  expect(strange).toEqual([]);
  expect(KNOWN_BARRIERS.map(({ rule, selector }) => `${rule} ${selector}`).filter((one) => !seen.has(one))).toEqual([]);
}, 240_000);
