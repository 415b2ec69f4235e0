import path from 'node:path';
import { createClient } from '@libsql/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startSmtp, type TestSmtp } from '../../publishers/email/smtp.ts';
import { startBrowser } from '../../support/browser.ts';
import { logInByKeyboard } from '../../support/keyboard.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { staffApi } from '../../support/staff-api.ts';

let server: TestServer;
let smtp: TestSmtp;
let browser: Browser;
let isDown = true;
beforeAll(async () => {
  smtp = await startSmtp({ message: () => (isDown ? { code: 451, text: 'try again later' } : null) });
  [server, browser] = await Promise.all([startServer('SQLite', { env: { MAIL_URL: smtp.url } }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await smtp.close();
});

interface Mails {
  docs: { state: string }[];
}

it('a mailer sees the mail that needs a person, and decides that it goes, by keyboard alone', async () => {
  const mailer = staffApi(server.url)('mailer');
  const states = async () => (await mailer<Mails>('GET', '/api/deliveries?depth=0')).docs.map(({ state }) => state);
  await fetch(`${server.url}/courses/a-course/subscribe`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: 'reader@example.net', timeZone: 'Europe/London', consent: 'yes' }),
  });
  await vi.waitFor(async () => expect(await states()).toEqual(['deferred']), { timeout: 20_000, interval: 200 });
  await heldAsAfterRestore();
  isDown = false;

  const person = await logInByKeyboard(browser, server.url, 'mailer@example.com');
  const { page } = person;
  await person.use(page.getByRole('link', { name: 'Decide on held mails' }));
  const held = page.getByRole('region', { name: /Held after a restore: 1 mail/ });
  await person.use(held.getByRole('button', { name: 'Do not send it' }));
  await person.isSomewhere();
  // Thought better of it: nothing was decided, and the question can be asked again.
  await person.use(held.getByRole('button', { name: 'Cancel' }));
  await person.isSomewhere();
  expect(await states()).toEqual(['held-after-restore']);
  await person.use(held.getByRole('button', { name: 'Send it' }));
  await person.use(held.getByRole('button', { name: 'Yes, send it' }));
  await vi.waitFor(async () => expect(await states()).toEqual(['accepted']), { timeout: 20_000, interval: 200 });
  await person.isSomewhere();
  expect(smtp.received.map(({ to }) => to)).toEqual([['reader@example.net']]);
  expect(person.unseen()).toEqual([]);
});

/** As a restore leaves what may have gone out already. */
async function heldAsAfterRestore(): Promise<void> {
  const client = createClient({ url: `file:${path.join(server.dataDir, 'imprimatur.db')}` });
  await client.execute("UPDATE deliveries SET state = 'held-after-restore', lease_until = NULL");
  client.close();
}
