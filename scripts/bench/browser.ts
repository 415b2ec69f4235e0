/** A real browser: the Chromium inside @sparticuz/chromium, driven by playwright-core. Nothing is downloaded. */
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** Our own arguments: the package's defaults switch web security off. */
export const ARGS = [
  '--no-sandbox',
  '--headless=shell',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export const browserPath = (): Promise<string> => chromium.executablePath();

export const startBrowser = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await browserPath(), args: ARGS });
