import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn, workflow } from '../support/admin-pages.ts';
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

it('a deleted draft is put back with the button on its row, under another address where its own is taken', async () => {
  const page = await signIn(browser, server.url, 'editor@example.com');
  const draft = async (title: string, slug: string) => {
    await page.goto(`${server.url}/admin/collections/causes/create`);
    await page.fill('input[name="title"]', title);
    await page.fill('input[name="slug"]', slug);
    await page.getByRole('button', { name: /save draft/i }).click();
    await page.waitForURL(/causes\/\d+/);
  };
  await draft('Written for weeks', 'weeks');
  await page.locator('.doc-controls__popup button').first().click();
  await page.locator('#action-delete').click();
  await page.locator('#confirm-action').click();
  await page.waitForURL(/collections\/causes(\?|$)/);
  await draft('Another', 'weeks');

  await page.goto(`${server.url}/admin/collections/deleted-drafts`);
  await page.getByRole('heading', { name: 'Trash' }).waitFor();
  const row = page.getByRole('row', { name: /Written for weeks/ });
  await row.getByRole('button', { name: 'Put back…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put back' });
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/web address weeks/)
    .waitFor();
  await dialog.getByLabel('Another web address').fill('weeks-again');
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await page.waitForURL(/collections\/causes\/\d+/);
  await workflow(page).waitFor();
  expect(await page.inputValue('input[name="slug"]')).toBe('weeks-again');
  expect(await page.inputValue('input[name="title"]')).toBe('Written for weeks');
  await page.goto(`${server.url}/admin/collections/deleted-drafts`);
  await page.getByRole('heading', { name: 'Trash' }).waitFor();
  expect(await page.getByRole('button', { name: 'Put back…' }).count()).toBe(0);
  await page.context().close();
});
