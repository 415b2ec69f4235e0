import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCause } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { PASSWORD } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

const CAUSE = { title: 'Cause 1', slug: 'cause-1' };
const UNSENT = 'Words that nobody sent.';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function logIn(page: Page, email: string) {
  await page.goto(`${server.url}/admin/login`);
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', PASSWORD);
  await page.click('button[type="submit"]');
  await page.waitForURL(/\/admin\/?$/);
}

const kept = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));
const offer = (page: Page) => page.getByRole('region', { name: 'Words that were not saved' });

it('whoever logs out leaves no unsent words in the browser: neither the next account nor they find any', async () => {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, 'editor@example.com');
  await openCause(page, server.url, CAUSE);
  await page.locator('textarea[name="summary"]').fill(UNSENT);
  await page.getByText(/Kept in this browser/).waitFor();
  expect(await kept(page)).toContain(UNSENT);
  // They are kept over a page that is left: the browser asks first, and is told to go on.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${server.url}/admin`);
  await openCause(page, server.url, CAUSE);
  await offer(page).waitFor();

  await page.goto(`${server.url}/admin/logout`);
  await page.waitForURL(/\/admin\/(logout|login)/);
  await expect.poll(() => kept(page)).not.toContain(UNSENT);

  for (const email of ['admin@example.com', 'editor@example.com']) {
    await logIn(page, email);
    await openCause(page, server.url, CAUSE);
    expect(await offer(page).count()).toBe(0);
    expect(await page.locator('textarea[name="summary"]').inputValue()).not.toContain(UNSENT);
    expect(await kept(page)).not.toContain(UNSENT);
    await page.goto(`${server.url}/admin/logout`);
    await page.waitForURL(/\/admin\/(logout|login)/);
  }
});
