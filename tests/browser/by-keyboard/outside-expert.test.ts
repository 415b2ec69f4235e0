import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../support/browser.ts';
import { atKeyboard } from '../../support/keyboard.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { pathOf, staffApi } from '../../support/staff-api.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Sheet {
  revision: string;
  expertWords: { name: string; verdict: string; comments: { text: string }[] }[];
  approvals: unknown[];
}

it('somebody outside opens the link, reads, and says yes with a comment, by keyboard alone', async () => {
  const editor = staffApi(server.url)('editor');
  const cause = await pathOf(editor, 'causes', 'cause-1');
  await editor('PATCH', `${cause}?draft=true&depth=0`, { summary: 'Other words about it.' });
  const { revision } = await editor<Sheet>('GET', `${cause}/review`);
  const { path } = await editor<{ path: string }>('POST', `${cause}/experts`, { revision, name: 'Somebody', days: 7 });

  const person = atKeyboard(await browser.newPage());
  const { page } = person;
  await page.goto(server.url + path);
  await page.getByText('Other words about it.').first().waitFor();
  await person.use(page.locator('summary', { hasText: 'Comment on “Summary”' }));
  await person.fill(page.getByLabel('Comment on Summary'), 'Plain words.');
  await person.go(page.getByLabel('Yes'));
  await person.press('Space');
  await person.fill(page.getByLabel('Your name'), 'A specialist');
  await person.fill(page.getByLabel('Your profession and credentials'), 'For this test');
  await person.use(page.getByRole('button', { name: 'Send my answer' }));
  await page.getByText('This link takes no second one').waitFor();

  const sheet = await editor<Sheet>('GET', `${cause}/review`);
  expect(sheet.expertWords).toMatchObject([
    { name: 'A specialist', verdict: 'yes', comments: [{ text: 'Plain words.' }] },
  ]);
  expect(person.unseen()).toEqual([]);
});
