import type { Browser } from 'playwright-core';
import { v4 as uuid } from 'uuid';
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
  approvals: { given: number; needed: number };
}

it('a clinician looks at every channel, ticks what can hurt, and approves, by keyboard alone', async () => {
  const staff = staffApi(server.url);
  const editor = staff('editor');
  const { colleagues } = await editor<{ colleagues: { account: string; name: string }[] }>(
    'GET',
    '/api/users/colleagues',
  );
  const reviewers = colleagues.filter(({ name }) => name === 'Demo clinician').map(({ account }) => account);
  const cause = await pathOf(editor, 'causes', 'cause-1');
  await editor('PATCH', `${cause}?draft=true&depth=0`, {
    ...{ title: 'Cause 1 in other words', summary: 'What to know about it. Do not rest for 3 days.' },
  });
  const { revision } = await editor<Sheet>('GET', `${cause}/review`);
  await editor('POST', `${cause}/assign`, { reviewers });
  await editor('POST', `${cause}/submit-for-review`, {
    ...{ revision, changeKind: 'safety', changeNote: 'How long to rest.' },
  });

  await staff('second-reviewer')('POST', `${cause}/comments`, {
    ...{ key: uuid(), body: 'Plain words.', anchor: { exact: 'Do not rest' } },
  });

  const person = await logInByKeyboard(browser, server.url, 'reviewer@example.com');
  const { page } = person;
  await person.use(page.getByRole('main').getByRole('link', { name: /Cause 1/ }));
  await page.getByRole('group', { name: 'Decision' }).waitFor();
  const shown = page.frameLocator('iframe[title="Preview"]').getByText('Do not rest for 3 days.').first();
  const channels = page.getByRole('group', { name: 'Channel' });
  for (const [key, channel] of [
    ['2', 'Mail'],
    ['3', 'Feed'],
    ['1', 'Page'],
  ] as const) {
    // The mail is offered when it is known which lessons use the entry.
    await channels.getByRole('radio', { name: channel }).waitFor();
    await person.press(key);
    await expect.poll(() => channels.getByRole('radio', { name: channel }).isChecked()).toBe(true);
    await shown.waitFor();
  }
  await person.press('p', 'm');
  await expect.poll(() => new URL(page.url()).search).toBe('?phone=1&marks=0');
  await shown.waitFor();

  // What is said of the words of a change stands at it, and leads to its thread.
  await person.use(page.getByRole('list', { name: /^Open comments on/ }).getByRole('link', { name: /Plain words/ }));
  const thread = page.getByRole('article', { name: /Do not rest/ });
  await expect.poll(() => thread.evaluate((element) => element === document.activeElement)).toBe(true);

  // What can hurt comes first in the list; whoever passes it by is asked for it.
  await person.press('j', 'j', 'x');
  await page.getByText('1 of 2 looked at').waitFor();
  const checks = page.getByRole('group', { name: 'I have checked that' }).getByRole('checkbox');
  await person.go(checks.first());
  await person.press('Space', 'a');
  const dialog = page.getByRole('dialog');
  await person.go(dialog.getByLabel(/I have read it/));
  await person.press('Space');
  // Of two choices the Tab key leads to one, and the arrows from one to the other.
  await person.go(dialog.getByLabel('I looked at the changes'));
  await person.press('ArrowDown');
  await person.use(dialog.getByRole('button', { name: 'Approve' }));
  await page.getByText(/1 of 2 approvals given, by Demo clinician/).waitFor();
  await person.isSomewhere();

  const { state, approvals } = await editor<Sheet>('GET', `${cause}/review`);
  expect([state, approvals.given]).toEqual(['in-review', 1]);
  const { docs } = await editor<{ docs: Record<string, unknown>[] }>(
    'GET',
    `/api/reviews?where[revision][equals]=${revision}&where[event][equals]=approved&depth=0`,
  );
  expect(docs).toMatchObject([{ actorName: 'Demo clinician', scope: 'entry' }]);
  expect([docs[0]?.sectionsChecked, docs[0]?.checklist].map((one) => (one as unknown[]).length)).toEqual([2, 1]);
  expect(person.unseen()).toEqual([]);
});
