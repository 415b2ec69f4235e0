/** Staff at work in a real browser: signing in, and the workflow bar of an entry. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { PASSWORD } from './people.ts';

/** A browser of their own for one member of the staff, on the dashboard. */
export async function signIn(
  browser: Browser,
  url: string,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${url}/admin/login`);
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', PASSWORD);
  await page.click('button[type="submit"]');
  await page.waitForURL(/\/admin\/?$/);
  return page;
}

export const workflow = (page: Page): Locator => page.getByRole('region', { name: 'Workflow' });

/**
 * The question before an approval, asked on the review screen by the keyboard. What was not looked at of the changes
 * that can hurt is ticked.
 */
export async function askApproval(page: Page, url: string, entry: { title: string; slug: string }, key = 'a') {
  await openCause(page, url, entry);
  await workflow(page).getByRole('link', { name: 'Open the review screen' }).click();
  await page.getByRole('group', { name: 'Decision' }).waitFor();
  await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (const box of await dialog.getByLabel(/I have read it/).all()) await box.check();
  return dialog;
}

/** The form of a cause of the small library, found in the list by its title. */
export async function openCause(page: Page, url: string, { title, slug }: { title: string; slug: string }) {
  await page.goto(`${url}/admin/collections/causes?search=${slug}`);
  await openRow(page, page.getByRole('link', { name: title }).first());
  await workflow(page).getByRole('group', { name: 'What you can do' }).waitFor();
}

/**
 * Goes where a row of one of Payload's lists leads. Its address is taken from the row, not pressed: when the list has
 * come up Payload writes its query into the address, which ends a navigation that was begun before (`syncPropsToURL` of
 * ListQueryProvider), and no person is that fast.
 */
export async function openRow(page: Page, row: Locator) {
  const address = await row.getAttribute('href');
  await page.goto(new URL(address ?? '', page.url()).href);
}
