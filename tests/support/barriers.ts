/** What axe finds wrong on a page of the admin, beside what is Payload's own and written down. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { KnownBarrier } from './known-barriers.ts';

export interface Found {
  /** rule, and the beginning of the element */
  unknown: string[];
  /** of what is known, what was there */
  known: KnownBarrier[];
}

/** Needs a context that bypasses the page's policy: axe is put into the page. */
export async function barriersOf(page: Page, list: readonly KnownBarrier[] = []): Promise<Found> {
  await page.evaluate(axe.source);
  const { unknown, known } = await page.evaluate(async (given) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, { resultTypes: ['violations'], elementRef: true });
    const seen = new Set<number>();
    const strange: string[] = [];
    for (const { id, nodes } of violations) {
      for (const { element, html, any, all, none } of nodes) {
        const at = given.findIndex(({ rule, selector }) => rule === id && element?.matches(selector));
        const why = [...any, ...all, ...none][0]?.message ?? '';
        if (at === -1) strange.push(`${id}: ${html.slice(0, 160)} (${why.slice(0, 120)})`);
        else seen.add(at);
      }
    }
    return { unknown: strange, known: [...seen] };
  }, list as KnownBarrier[]);
  return { unknown, known: known.flatMap((at) => list[at] ?? []) };
}

/** How each page is looked at: what one of the two shows alone the other does not need to. */
export const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const;
export type Look = (typeof LOOKS)[number];

/** What a context of the browser begins with for a look. */
export const contextOf = ({ colorScheme, width }: Look) =>
  ({ bypassCSP: true, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 844 } }) as const;

/** Opens a page and waits until it asks for nothing more, so that axe sees all of it. */
export async function openAndSettle(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // Previews and pictures; the bell asks once a minute.
  await page.waitForLoadState('networkidle');
}

export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
