import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSmtp, type TestSmtp } from '../../publishers/email/smtp.ts';
import { startBrowser } from '../../support/browser.ts';
import { logInByKeyboard, type Person } from '../../support/keyboard.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { pathOf, staffApi, type Ask } from '../../support/staff-api.ts';

let server: TestServer;
let smtp: TestSmtp;
let browser: Browser;
let person: Person;
let admin: Ask;
beforeAll(async () => {
  smtp = await startSmtp();
  [server, browser] = await Promise.all([startServer('SQLite', { env: { MAIL_URL: smtp.url } }), startBrowser()]);
  admin = staffApi(server.url)('admin');
  person = await logInByKeyboard(browser, server.url, 'admin@example.com');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await smtp.close();
});

describe('an admin, by keyboard alone', () => {
  it('invites somebody and gives them a role', async () => {
    const { page } = person;
    await page.goto(`${server.url}/admin`);
    await person.use(page.getByRole('link', { name: 'New under Staff' }));
    await page.waitForURL(/users\/create/);
    await person.fill(page.locator('input[name="email"]'), 'newcomer@example.org');
    await person.fill(page.locator('input[name="name"]'), 'A newcomer');
    await person.go(page.locator('#field-role .rs__control input'));
    await person.type('mailer');
    await person.press('Enter');
    await person.use(page.locator('#action-save'));
    await vi.waitFor(() => expect(smtp.received.map(({ to }) => to)).toEqual([['newcomer@example.org']]), 20_000);
    const { docs } = await admin<{ docs: unknown[] }>('GET', '/api/users?where[email][equals]=newcomer@example.org');
    expect(docs).toMatchObject([{ name: 'A newcomer', role: 'mailer', invitation: 'sent' }]);
    expect(person.unseen()).toEqual([]);
  });

  it('assigns a review to somebody who is away, and sees who stands in', async () => {
    const { page } = person;
    const { colleagues } = await admin<{ colleagues: { account: string; name: string }[] }>(
      'GET',
      '/api/users/colleagues',
    );
    const accountOf = (name: string) => colleagues.find((one) => one.name === name)?.account ?? '';
    const [away, standIn] = [accountOf('Demo clinician'), accountOf('Second demo clinician')];
    const dayIn = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await admin('PATCH', `/api/users/${away}`, {
      ...{ absentFrom: `${dayIn(0)}T00:00:00.000Z`, absentUntil: `${dayIn(7)}T00:00:00.000Z`, substitute: standIn },
    });
    const cause = await pathOf(admin, 'causes', 'cause-1');
    await admin('PATCH', `${cause}?draft=true&depth=0`, { summary: 'Other words about it.' });

    await page.goto(`${server.url}/admin`);
    await page.waitForLoadState('networkidle');
    await person.press('Control+k');
    await page.getByRole('dialog', { name: 'Find' }).waitFor();
    // Faster than the answer: what was worked on last stands there until it comes.
    await person.type('Cause 1');
    await person.press('Enter');
    await page.waitForURL(/causes\/\d+$/);
    const panel = page.getByRole('region', { name: 'Who works on it' });
    await person.use(panel.getByRole('button', { name: 'Assign…' }));
    const dialog = page.getByRole('dialog', { name: 'Assign' });
    await dialog.getByText('Second demo clinician stands in.').waitFor();
    await person.go(dialog.getByRole('checkbox', { name: /^Demo clinician/ }));
    await person.press('Space');
    await person.use(dialog.getByRole('button', { name: 'Assign' }));
    await panel.getByText('Assigned.').waitFor();
    await person.isSomewhere();

    const { assignment } = await admin<{ assignment: { reviewers: unknown[] } }>('GET', `${cause}/review`);
    expect(assignment.reviewers).toMatchObject([{ account: away, name: 'Demo clinician' }]);
    expect(person.unseen()).toEqual([]);
  });
});
