/** Pages of a channel in a real browser, without a server: each request is answered in this process. */
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

type Answers = (request: Request) => Promise<Response>;

/** A page whose every request goes to `answers`; the last address asked wins over what a test has put there itself. */
export async function openedOn(browser: Browser, answers: Answers, options: BrowserContextOptions): Promise<Page> {
  // Axe is put into the page by the test; the pages' own policy lets no script in.
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const asked = route.request();
    const body = asked.postDataBuffer();
    const response = await answers(
      new Request(asked.url(), {
        method: asked.method(),
        headers: { accept: 'text/html', 'content-type': asked.headers()['content-type'] ?? 'text/plain' },
        ...(body ? { body: new Uint8Array(body) } : {}),
      }),
    );
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  return page;
}

/** Small phone, tablet, desk. */
export const WIDTHS = [320, 768, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

/** What a colour scheme can break; the rest of a page is the same in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * What is wrong with the page that is open, at every width and in both schemes: a barrier that axe finds, sideways
 * scroll, something cut off. The page is loaded once and its window resized.
 */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const said = await violationsOf(page, colorScheme === 'light' ? null : RULES_OF_COLOUR);
      found.push(...said.map((one) => `${width} px, ${colorScheme}: ${one}`));
    }
    found.push(...(await lostOf(page)).map((one) => `${width} px: ${one}`));
  }
  return found;
}

const violationsOf = (page: Page, rules: string[] | null): Promise<string[]> =>
  page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, {
      resultTypes: ['violations'],
      // Not among what axe asks by itself: links that stand closer than a fingertip (WCAG 2.2).
      rules: { 'target-size': { enabled: true } },
      ...(only ? { runOnly: { type: 'rule' as const, values: only } } : {}),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, rules);

/** What a reader cannot see at this width: the page scrolls sideways, or words stand outside what shows them. */
export const lostOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth: width, scrollWidth } = document.documentElement;
    const lost = scrollWidth > width ? [`scrolls sideways by ${scrollWidth - width}`] : [];
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const isInScroller = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || isInScroller(element.parentElement));
    for (const element of document.querySelectorAll('body *')) {
      if (!hasWords(element) || element.closest('.vh, .skip, title, option, script, style, svg')) continue;
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own === 0) continue;
      const style = getComputedStyle(element);
      const clips = style.overflowX === 'hidden' || style.overflowX === 'clip' || style.textOverflow === 'ellipsis';
      const outside = !isInScroller(element) && (left < -1 || right > width + 1);
      if (outside || (clips && element.scrollWidth > element.clientWidth + 1))
        lost.push(`${element.tagName.toLowerCase()} cut off: ${element.textContent.trim().slice(0, 60)}`);
    }
    return lost;
  });
