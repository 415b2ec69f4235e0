/**
 * How soon a page is there on a cheap phone far from everything, in the browser itself: its largest paint (LCP) and what
 * moved meanwhile (CLS). Beside it a bare page of as many bytes: a heading and text, no styles, no pictures.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { inTurns, median } from './rounds.ts';
import { wireAnswer } from './wire-answer.ts';

export interface Loading {
  /** of the body on the wire, without pictures */
  bytes: number;
  /** milliseconds from asking for the page to its largest paint, and of the bare page */
  lcp: number;
  lcpWorst: number;
  bareLcp: number;
  /** what was painted then: the name of the element */
  painted: string;
  /** the most of all loads, scrolled to the end */
  cls: number;
  /** the same in a window of 1280 px, without throttling */
  clsWide: number;
}

const ROUNDS = 5;
const CPU_SLOWDOWN = 4;
/**
 * Slow 4G as Lighthouse throttles a browser: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. A browser delays
 * whole requests, not packets; the delay is that of the round trips that a first request takes (3.75), and a tenth of
 * the bandwidth is for what packets carry besides.
 */
const SLOW_4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const WIDE = { viewport: { width: 1280, height: 800 } };

interface Load {
  lcp: number;
  painted: string;
  cls: number;
}

/** Every page is loaded into an empty cache; the server has it in memory. */
export async function measureLoading(url: string, kinds: Readonly<Record<string, string>>) {
  const browser = await startBrowser();
  try {
    const figures: Record<string, Loading> = {};
    for (const [kind, path] of Object.entries(kinds)) figures[kind] = await measure(browser, url + path);
    return figures;
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, url: string): Promise<Loading> {
  // The first is drawn, all after it come from memory.
  await wireAnswer(url, { 'accept-encoding': 'br' });
  const { body, status } = await wireAnswer(url, { 'accept-encoding': 'br' });
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  const bare = await startBare(body.length);
  try {
    const runs = await inTurns(ROUNDS, {
      ours: () => load(browser, url, { slowly: true }),
      bare: () => load(browser, bare.url, { slowly: true }),
    });
    const wide = await load(browser, url, { slowly: false });
    const lcps = runs.ours.map(({ lcp }) => lcp);
    return {
      bytes: body.length,
      lcp: Math.round(median(lcps)),
      lcpWorst: Math.round(Math.max(...lcps)),
      bareLcp: Math.round(median(runs.bare.map(({ lcp }) => lcp))),
      painted: runs.ours[0]?.painted ?? '',
      cls: Math.max(...runs.ours.map(({ cls }) => cls)),
      clsWide: wide.cls,
    };
  } finally {
    bare.server.close();
  }
}

async function load(browser: Browser, url: string, { slowly }: { slowly: boolean }): Promise<Load> {
  const context = await browser.newContext({ ...(slowly ? PHONE : WIDE), serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    if (slowly) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    }
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    const { lcp, painted } = await largestPaint(page);
    // Pictures are asked for when they come near.
    const steps = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / innerHeight));
    for (let step = 1; step <= steps; step += 1) {
      await page.evaluate((to) => scrollTo(0, to * innerHeight), step);
      await page.waitForTimeout(20);
    }
    await page.waitForLoadState('networkidle');
    return { lcp, painted, cls: await shifted(page) };
  } finally {
    await context.close();
  }
}

const largestPaint = (page: Page): Promise<Omit<Load, 'cls'>> =>
  page.evaluate(
    () =>
      new Promise<{ lcp: number; painted: string }>((resolve, reject) => {
        setTimeout(() => reject(new Error('nothing was painted')), 10_000);
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          const element = last && 'element' in last && last.element instanceof Element ? last.element.localName : '';
          if (last) resolve({ lcp: last.startTime, painted: element });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

/** As web-vitals defines it: the worst window of shifts less than a second apart, five seconds at most. */
const shifted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shifts: { at: number; value: number }[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) shifts.push({ at: entry.startTime, value: entry.value });
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          let worst = 0;
          let window = { began: 0, last: 0, sum: 0 };
          for (const { at, value } of shifts) {
            const same = window.sum > 0 && at - window.last < 1_000 && at - window.began < 5_000;
            window = same ? { ...window, last: at, sum: window.sum + value } : { began: at, last: at, sum: value };
            worst = Math.max(worst, window.sum);
          }
          resolve(Math.round(worst * 10_000) / 10_000);
        }, 200);
      }),
  );

/** A page of text of that many bytes, not compressed. */
async function startBare(bytes: number): Promise<{ url: string; server: Server }> {
  const head = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Bare</title>';
  const begun = `${head}<h1>Plain words.</h1><p>`;
  const page = begun + 'Plain words. '.repeat(bytes).slice(0, Math.max(0, bytes - begun.length));
  const server = createServer((request, response) => {
    if (request.url === '/') response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
