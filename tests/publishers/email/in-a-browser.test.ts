import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../support/browser.ts';
import { barriersOf, openedOn } from '../site/in-browser.ts';
import { coursePages } from './pages.ts';
import { emailOn, SITE } from './system.ts';

const asNew = emailOn('SQLite');
let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser.close());

it('every page of a course has no barrier that axe finds, no sideways scroll and nothing cut off: 320, 768 and 1280 px, light and dark', async () => {
  const system = await asNew();
  const pages = await coursePages(system);
  // Some are answers to a form, so each is asked for once and shown at an address of its own.
  let shown: Response | null = null;
  const answers = async (request: Request) => {
    const answer = new URL(request.url).pathname === '/shown' ? shown : null;
    return answer ?? system.email.respond(request);
  };
  const page = await openedOn(browser, answers, { viewport: { width: 320, height: 800 } });
  const found: string[] = [];
  for (const { what, ask } of pages) {
    shown = await ask();
    const leadsTo = shown.headers.get('location');
    if (leadsTo !== null) shown = await system.get(new URL(leadsTo, SITE).pathname);
    await page.goto(`${SITE}/shown`);
    expect(await page.locator('h1').count(), what).toBe(1);
    found.push(...(await barriersOf(page)).map((one) => `${what} ${one}`));
  }
  await page.context().close();
  expect(found).toEqual([]);
}, 240_000);
