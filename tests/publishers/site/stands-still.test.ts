/** Nothing on a page moves while it loads, on a small phone and on a desk: layout shift as browsers count it, CLS. */
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../../support/browser.ts';
import { openedOn } from './in-browser.ts';
import { everyKind, PAGE_KINDS } from './page-kinds.ts';
import { aSite } from './support.ts';

let browser: Browser;
let picture: Buffer;
beforeAll(async () => {
  browser = await startBrowser();
  picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#888' } })
    .webp()
    .toBuffer();
});
afterAll(() => browser.close());

const { site } = aSite(everyKind(), { demo: true, figureFile: () => Promise.resolve(picture) });

/** Layout shifts of a page until its pictures are there, summed up; with `pushed`, after something was put above them. */
async function shiftOf(path: string, width: number, { pushed = false } = {}): Promise<number> {
  const page = await openedOn(browser, (request) => site.respond(request), { viewport: { width, height: 800 } });
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`https://example.org${path}`);
  const settled = () =>
    page.evaluate(() => new Promise<void>((resolve) => void requestAnimationFrame(() => setTimeout(resolve, 100))));
  await settled();
  // Lazy pictures are fetched as a reader comes to them.
  await page.locator('img').evaluateAll((images) =>
    Promise.all(
      images.map((image) => {
        (image as HTMLImageElement).loading = 'eager';
        return (image as HTMLImageElement).decode();
      }),
    ),
  );
  if (pushed) await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<div><br><br><br></div>'));
  await settled();
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
  await page.context().close();
  return shift;
}

test.each([320, 1280])(
  'no kind of page moves at %i px',
  async (width) => {
    for (const [path] of PAGE_KINDS) expect({ path, shift: await shiftOf(path, width) }).toEqual({ path, shift: 0 });
  },
  120_000,
);

test('what moves would be counted', async () => {
  expect(await shiftOf('/guides/hip-pain', 320, { pushed: true })).toBeGreaterThan(0);
});
