/** What an editor pastes and cites in the real editor is what is stored. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { lexicalToProse } from '../../editorial/records/lexical-to-prose.ts';
import type { Block } from '../../model/prose.ts';
import { proseToMarkedText } from '../../model/prose-text.ts';
import { openCause, signIn } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { FROM_THE_WEB, FROM_WORD } from '../support/clipboards.ts';
import { startServer, type TestServer } from '../support/server.ts';

const CAUSE = { title: 'Cause 1', slug: 'cause-1' };

let server: TestServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
  page = await signIn(browser, server.url, 'editor@example.com');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The text of the form's first section, empty and with the cursor in it. */
async function emptyText() {
  await openCause(page, server.url, CAUSE);
  const text = page.locator('.rich-text-lexical [contenteditable="true"]').first();
  await text.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  return text;
}

async function stored(): Promise<{ prose: Block[]; unsupported: string[] }> {
  await page.getByRole('button', { name: /save draft/i }).click();
  await page
    .getByText(/successfully/i)
    .first()
    .waitFor();
  const body: unknown = await page.evaluate(async (slug) => {
    const answer = await fetch(`/api/causes?draft=true&depth=0&where[slug][equals]=${slug}`);
    const { docs } = (await answer.json()) as { docs: { sections: { body: unknown }[] }[] };
    return docs[0]?.sections[0]?.body;
  }, CAUSE.slug);
  return lexicalToProse(body, () => 'one');
}

it.each([
  {
    from: 'Word',
    html: FROM_WORD,
    said: /Pasted without a picture, the struck words “struck”, the joining of cells/,
    kept: [
      '### Plain words',
      'There are 10^3^ of H~2~O, bold, .',
      '• warm',
      '  • dry',
      '• soft',
      'Then:',
      '1. sit',
      '2. stand',
      '| Who | Dose |',
      '| Who: Adults | Dose: 2 tablets |',
      '| Who: Nobody else | Dose:  |',
    ],
  },
  {
    from: 'a web page',
    html: FROM_THE_WEB,
    said: /Pasted without a link, lists inside cells/,
    kept: [
      '### Plain words',
      'Read this and that (https://www.nhs.uk/hip).',
      'Who takes what',
      '| Who | Dose |',
      '| Adults | Dose: 10^2^ |',
      '| Others | Dose: none / ask |',
      '• warm',
      '  • dry',
    ],
  },
])('what comes from $from keeps its structure, and what was dropped is said', async ({ html, said, kept }) => {
  const text = await emptyText();
  await text.evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await page.getByText(said).waitFor();
  const { prose, unsupported } = await stored();
  expect(unsupported).toEqual([]);
  expect(proseToMarkedText(prose).split('\n')).toEqual(kept);
});

it('a source picked at the cursor becomes a citation', async () => {
  await emptyText();
  await page.keyboard.type('Plain words.');
  await page.locator('.toolbar-popup__dropdown-inlineBlocks, [data-dropdown-key="inlineBlocks"]').first().click();
  await page.getByRole('button', { name: 'Citation' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.locator('.rs__control').click();
  await drawer.getByText('A guideline').click();
  await page.getByText('[one]').waitFor();
  // The form takes no click while it asks the server what it looks like now.
  await vi.waitFor(
    async () => {
      if (await drawer.isVisible()) await drawer.locator('.form-submit button').click({ timeout: 1000 });
      expect(await drawer.isVisible()).toBe(false);
    },
    { timeout: 20_000, interval: 500 },
  );
  const { prose, unsupported } = await stored();
  expect(unsupported).toEqual([]);
  expect(proseToMarkedText(prose)).toBe('Plain words. [@one]');
});
