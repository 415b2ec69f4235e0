/**
 * Pages look as they did when somebody last looked at them. `ACCEPT_LOOKS=1 npm run test:looks` keeps how they look now.
 * Typefaces are the machine's: where they are not those of the accepted pictures, nothing is compared, and it says so.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY_MAPS } from '../../body-maps.ts';
import { aSite, smallLibrary } from '../publishers/site/support.ts';
import { startBrowser } from '../support/browser.ts';
import { accept, acceptedRuler, acceptRuler, difference } from '../support/pictures.ts';

const ACCEPTING = process.env.ACCEPT_LOOKS === '1';
/** Half a pixel in a hundred: a word that moved, a border that went. Less is how a browser draws a curve. */
const TOLERANCE = 0.005;
/** Of a long page the beginning. */
const TALLEST = 2400;

const KINDS = {
  home: '/',
  list: '/?list=causes',
  guide: '/guides/hip-pain',
  cause: '/causes/hip-osteoarthritis',
  treatment: '/treatments/cold-heat',
  'red-flag': '/red-flags/red-flag-night-pain',
  'a-z': '/a-z',
  'not-there': '/no-such-page',
};
const SHOTS = [
  ...Object.entries(KINDS).flatMap(([kind, address]) =>
    [320, 1280].map((width) => ({ kind, address, width, scheme: 'light' as const })),
  ),
  ...[320, 1280].flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({ kind: 'styleguide', address: '/styleguide', width, scheme })),
  ),
];

describe('how pages look', () => {
  const { site } = aSite(smallLibrary(), { styleguide: true, maps: BODY_MAPS });
  let browser: Browser;
  let ruler = '';
  let known: string | null = null;
  beforeAll(async () => {
    browser = await startBrowser();
    ruler = await measured();
    if (ACCEPTING) await acceptRuler(ruler);
    known = await acceptedRuler();
  });
  afterAll(() => browser.close());

  /** How wide words come out in the typefaces of the site. */
  async function measured(): Promise<string> {
    const page = await opened('/styleguide', 1280, 'light');
    const widths = await page.locator('h1, .lede, code').evaluateAll((elements) =>
      elements.map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return Math.round(range.getBoundingClientRect().width);
      }),
    );
    await page.context().close();
    // As the formatter leaves it in its file: one space more, and nothing would ever be compared.
    return `[${widths.join(', ')}]\n`;
  }

  async function opened(address: string, width: number, colorScheme: 'light' | 'dark') {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.route('**/*', async (route) => {
      const answer = await site.respond(new Request(route.request().url()));
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
    await page.goto(`https://example.org${address}`);
    return page;
  }

  it.each(SHOTS)('$kind, $width px, $scheme', async ({ kind, address, width, scheme }) => {
    const page = await opened(address, width, scheme);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'no sideways scroll').toBe(width);
    const clip = { x: 0, y: 0, width, height: kind === 'styleguide' ? height : Math.min(height, TALLEST) };
    const png = await page.screenshot({ fullPage: true, clip, animations: 'disabled' });
    await page.context().close();
    const name = `${kind}-${width}-${scheme}`;
    if (ACCEPTING) await accept(name, png);
    else if (known === ruler) expect(await difference(name, png)).toBeLessThanOrEqual(TOLERANCE);
    else console.warn(`${name} is not compared: the typefaces here are not those of the accepted pictures`);
  });
});
