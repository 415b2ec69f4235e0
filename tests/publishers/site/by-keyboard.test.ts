import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICY } from '../../../policy.ts';
import { startBrowser } from '../../support/browser.ts';
import { openedOn } from './in-browser.ts';
import { everyKind, PAGE_KINDS } from './page-kinds.ts';
import { aSite } from './support.ts';

let browser: Browser;
let page: Page;
const { site } = aSite(everyKind(), { policy: POLICY, demo: true });
beforeAll(async () => {
  browser = await startBrowser();
  const viewport = { width: 1280, height: 800 };
  page = await openedOn(browser, (request) => site.respond(request), { viewport });
});
afterAll(() => browser.close());

const open = (path: string) => page.goto(`https://example.org${path}`);

interface Stop {
  /** place among all that can be reached, in the order of the document; -1 for anything else */
  place: number;
  what: string;
  seen: boolean;
  ring: boolean;
}

/** All that can be reached and is shown, as the document has it. */
const count = () =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && !element.matches('[type=hidden], :disabled'),
    );
    (window as unknown as { stops: Element[] }).stops = all;
    return all.length;
  });

const where = (): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const { stops } = window as unknown as { stops: Element[] };
    if (!at) return { place: -1, what: 'nothing', seen: false, ring: false };
    const { left, right, top, bottom } = at.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return {
      place: stops.indexOf(at),
      what: at.outerHTML.slice(0, 100),
      seen: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
      ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });

describe('by keyboard alone every kind of page', () => {
  test('lets the first stop skip to the content', async () => {
    for (const [path] of PAGE_KINDS) {
      await open(path);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href')), path).toBe('#main');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id), path).toBe('main');
    }
  });

  test('is walked in the order of its words, each stop in sight and with a ring around it', async () => {
    const wrong: string[] = [];
    for (const [path] of PAGE_KINDS) {
      await open(path);
      const stops = await count();
      // Of radio buttons with one name only one is a stop: the order may leave places out, never go back.
      for (let last = -1, pressed = 0; pressed < stops; pressed += 1) {
        await page.keyboard.press('Tab');
        const { place, what, seen, ring } = await where();
        if (place === -1 && last > 0) break;
        if (place <= last) wrong.push(`${path}: ${what} comes after stop ${last}`);
        if (!seen) wrong.push(`${path}: ${what} is out of sight`);
        if (!ring) wrong.push(`${path}: ${what} has no ring`);
        last = place;
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('opens and closes what is folded', async () => {
    let folded = 0;
    for (const [path] of PAGE_KINDS) {
      await open(path);
      for (const summary of await page.locator('summary').all()) {
        if (!(await summary.isVisible())) continue;
        folded += 1;
        const isOpen = () => summary.evaluate((element) => element.closest('details')?.open);
        const before = await isOpen();
        await summary.focus();
        await page.keyboard.press('Enter');
        expect(await isOpen(), path).toBe(!before);
        await page.keyboard.press('Enter');
        expect(await isOpen(), path).toBe(before);
      }
    }
    expect(folded).toBeGreaterThan(0);
  });
});
