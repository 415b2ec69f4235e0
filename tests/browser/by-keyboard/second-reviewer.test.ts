import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../../support/browser.ts';
import { logInByKeyboard } from '../../support/keyboard.ts';
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
  state: string;
}

it('the second clinician finds what waits for them, looks at it, and gives the second approval, by keyboard alone', async () => {
  const staff = staffApi(server.url);
  const [editor, reviewer] = [staff('editor'), staff('reviewer')];
  const { colleagues } = await editor<{ colleagues: { account: string; name: string }[] }>(
    'GET',
    '/api/users/colleagues',
  );
  const reviewers = colleagues.filter(({ name }) => name.includes('clinician')).map(({ account }) => account);
  const cause = await pathOf(editor, 'causes', 'cause-1');
  await editor('PATCH', `${cause}?draft=true&depth=0`, { summary: 'What to know about it. Do not rest for 3 days.' });
  const { revision } = await editor<Sheet>('GET', `${cause}/review`);
  await editor('POST', `${cause}/assign`, { reviewers });
  await editor('POST', `${cause}/submit-for-review`, {
    revision,
    changeKind: 'safety',
    changeNote: 'How long to rest.',
  });
  await reviewer('POST', `${cause}/approve`, { revision, scope: 'changes' });

  const person = await logInByKeyboard(browser, server.url, 'second-reviewer@example.com');
  const { page } = person;
  await person.use(page.getByRole('main').getByRole('link', { name: /Cause 1/ }));
  await page.getByRole('group', { name: 'Decision' }).waitFor();
  await person.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await person.press('Escape');
  await person.press('j', 'x');
  await page.getByText('1 of 1 looked at').waitFor();
  await person.press('Shift+A');
  const dialog = page.getByRole('dialog');
  await person.go(dialog.getByLabel('I looked at the changes'));
  await person.press('Space');
  await person.use(dialog.getByRole('button', { name: 'Approve and release' }));
  await page.getByText('Approved and released').waitFor();
  await person.isSomewhere();

  expect((await editor<Sheet>('GET', `${cause}/review`)).state).toBe('live');
  const { docs } = await editor<{ docs: { event: string; actorName: string }[] }>(
    'GET',
    `/api/reviews?where[revision][equals]=${revision}&where[event][equals]=approved&depth=0`,
  );
  expect(docs.map(({ actorName }) => actorName).sort()).toEqual(['Demo clinician', 'Second demo clinician']);
  expect(await (await fetch(`${server.url}/causes/cause-1`)).text()).toContain('Do not rest for 3 days.');
  expect(person.unseen()).toEqual([]);
});
