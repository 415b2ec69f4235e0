import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN_VIEWS, VIEWS_FOR_ANYBODY } from '../../admin/views.ts';
import { openCause, openRow, signIn, workflow } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What a page asked of others, and what its policy kept from running, from now on. */
function watched(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.url) seen.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  return seen;
}

it('the admin asks no other host, and runs no script but those that its policy names', async () => {
  const page = await signIn(browser, server.url, 'admin@example.com');
  const seen = watched(page);
  await page.goto(`${server.url}/admin`);
  await openCause(page, server.url, { title: 'Cause 1', slug: 'cause-1' });
  const address = page.url().split('?', 1)[0] ?? '';
  await page.goto(`${address}/versions`);
  await openRow(page, page.locator('table a').first());
  await page.waitForURL(/versions\/.+/);
  // JSON is shown as text, without the editor that Payload would fetch for it.
  await page.goto(`${server.url}/admin/collections/releases`);
  await openRow(page, page.locator('table a').first());
  await page.locator('.json-text', { hasText: 'registrationNumber' }).first().waitFor();
  await page.goto(`${server.url}/admin/collections/nothing`);
  await page.goto(address);
  await workflow(page).waitFor();
  expect(seen).toEqual([]);

  const scripts = (await (await fetch(`${server.url}/admin/login`)).text()).match(/<script(?=[\s>])[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => !/nonce="[^"]+"/.test(script))).toEqual([]);
  await page.context().close();
});

it('a view of ours is shown to the staff alone: each leads whoever is not logged in to the login', async () => {
  const forStaff = Object.entries(ADMIN_VIEWS).filter(([name]) => !VIEWS_FOR_ANYBODY.some((open) => open === name));
  expect(forStaff.length).toBeGreaterThan(0);
  for (const [name, { path }] of forStaff) {
    const address = `/admin${path.replaceAll(/:\w+/g, '1')}`;
    const answer = await fetch(server.url + address, { redirect: 'manual' });
    const page = await answer.text();
    // The head of the page is on its way by then: the redirect comes inside it, and nothing else.
    const inside = /NEXT_REDIRECT;replace;([^;]*);/.exec(page)?.[1];
    const leadsTo = answer.headers.get('location') ?? inside;
    expect([name, leadsTo]).toEqual([name, expect.stringMatching(/^\/admin\/login/)]);
    expect([name, page.includes('Demo editor')]).toEqual([name, false]);
  }
});

it('whoever tries too often reads in the form when to try again', async () => {
  const page = await (await browser.newContext()).newPage();
  const seen = watched(page);
  await page.goto(`${server.url}/admin/login`);
  await page.fill('input[name="email"]', 'editor@example.com');
  const statuses: number[] = [];
  // Ten in a quarter of an hour by the clock, which may begin anew between two of these.
  while (statuses.at(-1) !== 429 && statuses.length < 21) {
    await page.fill('input[name="password"]', 'not that one');
    const answered = page.waitForResponse(/\/api\/users\/login/);
    await page.click('button[type="submit"]');
    statuses.push((await answered).status());
  }
  expect(statuses.length).toBeGreaterThan(10);
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401]));
  expect(statuses.at(-1)).toBe(429);
  await page
    .getByText(/Too many tries to log in\. Try again in/)
    .first()
    .waitFor();
  expect(seen).toEqual([]);
  await page.context().close();
});
