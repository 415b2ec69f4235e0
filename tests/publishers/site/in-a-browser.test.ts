import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICY } from '../../../policy.ts';
import { startBrowser } from '../../support/browser.ts';
import { everyKind, PAGE_KINDS } from './page-kinds.ts';
import { aSite } from './support.ts';

/** The site in a real browser, without a server: each request is answered by the channel in this process. */
let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser.close());

const { site } = aSite(everyKind(), { policy: POLICY, demo: true });

async function opened(options: BrowserContextOptions): Promise<Page> {
  // Axe is put into the page by the test; the pages' own policy lets no script in.
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const response = await site.respond(new Request(route.request().url()));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  return page;
}

const open = (page: Page, path: string) => page.goto(`https://example.org${path}`);

const VIEWS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('a guide on a small phone', () => {
  test('begins its emergency card in the upper 500 of 640 pixels, under the notice of a demonstration too', async () => {
    const page = await opened({ viewport: { width: 320, height: 640 } });
    await open(page, '/guides/hip-pain');
    expect(await page.locator('.demo').count()).toBe(1);
    const top = await page.locator('.care.now').evaluate((card) => card.getBoundingClientRect().top);
    expect(top).toBeLessThanOrEqual(500);
  });
});

describe('every kind of page in a browser', () => {
  test.each(VIEWS)('has no barrier that axe finds, and no sideways scroll: $width px, $colorScheme', async (view) => {
    const page = await opened({ viewport: { width: view.width, height: 800 }, colorScheme: view.colorScheme });
    const found: string[] = [];
    for (const [path] of PAGE_KINDS) {
      await open(page, path);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe: inPage } = window as unknown as { axe: typeof axe };
        const results = await inPage.run(document, { resultTypes: ['violations'] });
        return results.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        );
      });
      found.push(...violations.map((one) => `${path} ${one}`));
      if ((await overflow(page)) > 0) found.push(`${path} scrolls sideways`);
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  test('reads the same without scripts, in forced colours and at 200 % of a small window', async () => {
    const found: string[] = [];
    // 200 % zoom of a window of 640 px is a window of 320 px with two device pixels each.
    const page = await opened({
      ...{ viewport: { width: 320, height: 320 }, deviceScaleFactor: 2 },
      ...{ javaScriptEnabled: false, forcedColors: 'active', reducedMotion: 'reduce' },
    });
    for (const [path] of PAGE_KINDS) {
      await open(page, path);
      if (!(await page.locator('h1').isVisible())) found.push(`${path} has no heading`);
      if (!(await page.locator('footer a[href^="tel:"]').first().isVisible()))
        found.push(`${path} has no number to call`);
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  test('is reached and left by keyboard alone: the first stop skips to the content', async () => {
    const page = await opened({ viewport: { width: 1280, height: 800 } });
    for (const path of ['/', '/causes/hip-osteoarthritis', '/find']) {
      await open(page, path);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    }
    await page.context().close();
  });
});
