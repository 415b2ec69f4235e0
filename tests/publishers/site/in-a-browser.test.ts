import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICY } from '../../../policy.ts';
import { startBrowser } from '../../support/browser.ts';
import { barriersOf, lostOf, openedOn, WIDTHS } from './in-browser.ts';
import { everyKind, PAGE_KINDS } from './page-kinds.ts';
import { aSite } from './support.ts';

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser.close());

const { site } = aSite(everyKind(), { policy: POLICY, demo: true });

const opened = (options: BrowserContextOptions): Promise<Page> =>
  openedOn(browser, (request) => site.respond(request), options);

const open = (page: Page, path: string) => page.goto(`https://example.org${path}`);

/** What `look` finds on each kind of page, each loaded once. */
async function found(page: Page, look: (path: string) => Promise<string[]>): Promise<string[]> {
  const all: string[] = [];
  for (const [path] of PAGE_KINDS) {
    await open(page, path);
    all.push(...(await look(path)).map((one) => `${path} ${one}`));
  }
  await page.context().close();
  return all;
}

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
  test('has no barrier that axe finds, no sideways scroll and nothing cut off: 320, 768 and 1280 px, light and dark', async () => {
    const page = await opened({ viewport: { width: 320, height: 800 } });
    expect(await found(page, () => barriersOf(page))).toEqual([]);
  }, 240_000);

  test('is read without scripts: a heading, a number to call, forms that lead somewhere', async () => {
    const page = await opened({ viewport: { width: 320, height: 320 }, javaScriptEnabled: false });
    const missing = await found(page, async () => [
      ...((await page.locator('h1').isVisible()) ? [] : ['has no heading']),
      ...((await page.locator('footer a[href^="tel:"]').first().isVisible()) ? [] : ['has no number to call']),
      ...((await page.locator('form:not([action])').count()) > 0 ? ['has a form that leads nowhere'] : []),
    ]);
    expect(missing).toEqual([]);
  });

  test('holds its words at 200 % zoom, with letters twice as large, in forced colours and on paper', async () => {
    const page = await opened({ viewport: { width: 1280, height: 1024 } });
    const devtools = await page.context().newCDPSession(page);
    const lost = await found(page, async () => {
      // 200 % zoom of a window of 1280 px is a window of 640 px with two device pixels each.
      await page.setViewportSize({ width: 640, height: 512 });
      const zoomed = await lostOf(page);
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      const large: string[] = [];
      for (const width of [640, 1280]) {
        await page.setViewportSize({ width, height: 1024 });
        large.push(...(await lostOf(page)).map((one) => `at ${width} px with large letters: ${one}`));
      }
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
      await page.emulateMedia({ forcedColors: 'active' });
      const forced = await unmarked(page);
      await page.emulateMedia({ forcedColors: 'none', media: 'print', colorScheme: 'dark' });
      // A4 without its margins.
      await page.setViewportSize({ width: 680, height: 1000 });
      const onPaper = [...(await lostOf(page)), ...(await darkPaper(page))].map((one) => `on paper: ${one}`);
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      return [...zoomed, ...large, ...forced, ...onPaper];
    });
    expect(lost).toEqual([]);
  }, 120_000);

  test('prints what is folded', async () => {
    const page = await opened({ viewport: { width: 680, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    let folded = 0;
    const unprinted = await found(page, async () => {
      const closed = page.locator('details:not([open]) > :not(summary)');
      folded += await closed.count();
      return closed.evaluateAll((parts) =>
        parts.filter((part) => !part.checkVisibility()).map((part) => `hides ${part.textContent.slice(0, 60)}`),
      );
    });
    expect(folded).toBeGreaterThan(0);
    expect(unprinted).toEqual([]);
  });

  test('moves nothing by itself where a reader asked for less motion', async () => {
    const page = await opened({ viewport: { width: 768, height: 800 }, reducedMotion: 'reduce' });
    const moving = await found(page, () =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
          })
          .map((element) => `${element.tagName} moves`),
      ),
    );
    expect(moving).toEqual([]);
  });

  test('keeps its tables tables where their rows are shown as blocks', async () => {
    const page = await opened({ viewport: { width: WIDTHS[0], height: 800 } });
    await open(page, '/causes/hip-osteoarthritis');
    expect(
      await page
        .locator('table.t tbody tr')
        .first()
        .evaluate((row) => getComputedStyle(row).display),
    ).not.toBe('table-row');
    for (const role of ['table', 'columnheader', 'rowheader', 'cell'] as const)
      expect(await page.getByRole(role).count(), role).toBeGreaterThan(0);
    await page.context().close();
  });
});

/** Forced colours take every background away: what was a filled or tinted panel needs an edge. */
const unmarked = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.care, .call a, .button, button, .card, input:not([type=hidden])')]
      .filter((element) => element.getBoundingClientRect().width > 0)
      .filter((element) => {
        const { borderTopStyle, borderLeftStyle, outlineStyle, appearance } = getComputedStyle(element);
        const isDrawnByBrowser = element.tagName === 'INPUT' && appearance !== 'none';
        return !isDrawnByBrowser && [borderTopStyle, borderLeftStyle, outlineStyle].every((style) => style === 'none');
      })
      .map((element) => `has no edge in forced colours: ${element.outerHTML.slice(0, 100)}`),
  );

/** Paper is white whatever the screen of the one who prints. */
const darkPaper = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { backgroundColor } = getComputedStyle(document.documentElement);
    return backgroundColor === 'rgb(255, 255, 255)' ? [] : [`is ${backgroundColor}`];
  });
