import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflow } from '../../support/admin-pages.ts';
import { startBrowser } from '../../support/browser.ts';
import { logInByKeyboard, type Person } from '../../support/keyboard.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { pathOf, staffApi, type Ask } from '../../support/staff-api.ts';

let server: TestServer;
let browser: Browser;
let person: Person;
let editor: Ask;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
  editor = staffApi(server.url)('editor');
  person = await logInByKeyboard(browser, server.url, 'editor@example.com');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Sheet {
  state: string;
  revision: string;
  openRequests: { comment: string }[];
}

describe('an editor, by keyboard alone', () => {
  it('is led to what a new entry lacks, makes it with the sections of its type, and cites a source', async () => {
    const { page } = person;
    await person.use(page.getByRole('link', { name: 'New under Causes' }));
    await page.waitForURL(/causes\/create/);
    await person.fill(page.locator('textarea[name="summary"]'), 'Plain words.');
    await person.use(page.getByRole('button', { name: /save draft/i }), 'back');
    const refused = page.getByRole('alert', { name: 'What was refused' });
    await person.use(refused.getByRole('button', { name: 'Title' }));
    await person.type('Words of an editor');
    await refused.waitFor({ state: 'detached' });
    expect(await page.locator('input[name="title"]').inputValue()).toBe('Words of an editor');
    await person.go(page.locator('.rich-text-lexical [contenteditable="true"]'));
    await person.type('Plain words. /cit');
    await page.getByRole('option', { name: 'Citation' }).waitFor();
    await person.press('Enter');
    const drawer = page.getByRole('dialog');
    await person.go(drawer.locator('.rs__control input'));
    await person.type('A guideline');
    await drawer.getByText('A guideline', { exact: true }).waitFor();
    await person.press('Enter');
    await person.use(drawer.locator('.form-submit button'));
    await page.getByText('[one]').waitFor();
    await person.isSomewhere();
    await person.use(page.getByRole('button', { name: /save draft/i }), 'back');
    await page.waitForURL(/causes\/\d+/);

    const cause = await pathOf(editor, 'causes', 'words-of-an-editor');
    const { title, sections } = await editor<{ title: string; sections: { kind: string; body: unknown }[] }>(
      'GET',
      `${cause}?draft=true&depth=0`,
    );
    expect(title).toBe('Words of an editor');
    expect(sections.length).toBeGreaterThan(1);
    expect(JSON.stringify(sections[0]?.body)).toContain('"blockType":"citation"');
    expect(person.unseen()).toEqual([]);
  });

  it('submits a change, is asked for another, and answers', async () => {
    const { page } = person;
    const reviewer = staffApi(server.url)('reviewer');
    const cause = await pathOf(editor, 'causes', 'cause-1');
    await page.goto(`${server.url}${cause.replace('/api/', '/admin/collections/')}`);
    await person.fill(page.locator('textarea[name="summary"]'), 'Other words about it.');
    await person.use(page.getByRole('button', { name: /save draft/i }), 'back');
    await workflow(page).locator('ins').first().waitFor();
    const dialog = page.getByRole('dialog');
    const submit = async (more: () => Promise<void>) => {
      await person.use(workflow(page).getByRole('button', { name: /^submit/i }));
      await person.fill(dialog.getByLabel(/what changed/i), 'Other words.');
      await more();
      await person.use(dialog.getByRole('button', { name: 'Submit for review' }));
      await workflow(page).getByText('In review', { exact: true }).first().waitFor();
      await person.isSomewhere();
    };
    await submit(() => Promise.resolve());
    const { revision } = await editor<Sheet>('GET', `${cause}/review`);
    await reviewer('POST', `${cause}/request-changes`, { revision, comment: 'Say who told you so.' });

    await page.goto(`${server.url}/admin`);
    await person.use(page.getByRole('main').getByRole('link', { name: /Cause 1/ }));
    await submit(() => person.fill(dialog.getByLabel('Your answer'), 'The guideline that is cited.'));
    const sheet = await editor<Sheet>('GET', `${cause}/review`);
    expect([sheet.state, sheet.openRequests]).toEqual(['in-review', []]);
    const { docs } = await editor<{ docs: { comment: string }[] }>(
      'GET',
      `/api/reviews?where[revision][equals]=${revision}&where[event][equals]=answered&depth=0`,
    );
    expect(docs.map(({ comment }) => comment)).toEqual(['The guideline that is cited.']);
    expect(person.unseen()).toEqual([]);
  });
});
