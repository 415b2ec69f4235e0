import PostalMime from 'postal-mime';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSmtp, type TestSmtp } from '../publishers/email/smtp.ts';
import { openCause, signIn, workflow } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { DATABASES, type DatabaseName } from '../support/database.ts';
import { startServer, type TestServer } from '../support/server.ts';

const CAUSE = { title: 'Cause 1', slug: 'cause-1' };
const NEW_WORDS = 'Changed in the browser: what it is and what helps.';

/** One story of one entry: each step begins where the one before left it. */
const IN_ORDER = { shuffle: false };

describe('from draft to readers in a browser', IN_ORDER, () => {
  describe.each(DATABASES)('on %s', story);
});

function story(database: DatabaseName) {
  let server: TestServer;
  let smtp: TestSmtp;
  let browser: Browser;
  let reader: Page;

  beforeAll(async () => {
    smtp = await startSmtp();
    [server, browser] = await Promise.all([startServer(database, { env: { MAIL_URL: smtp.url } }), startBrowser()]);
    reader = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await smtp.close();
  });

  const text = async (path: string) => (await fetch(server.url + path)).text();
  const mails = () => Promise.all(smtp.received.map(({ raw }) => PostalMime.parse(raw)));
  const eventually = async (check: () => Promise<void> | void, within: number) => {
    for (const deadline = Date.now() + within; ;) {
      try {
        await check();
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };

  it('a reader subscribes with the form and confirms from the mail, and lesson one comes at once', async () => {
    await reader.goto(`${server.url}/courses/a-course`);
    await reader.getByLabel(/email/i).first().fill('reader@example.net');
    await reader.getByRole('checkbox').check();
    await reader.locator('main form button').first().click();
    await eventually(() => expect(smtp.received).toHaveLength(1), 10_000);
    const link = /https?:\/\/\S+\/confirm\/[\w.~-]+/.exec((await mails())[0]?.text ?? '')?.[0] ?? '';
    await reader.goto(link);
    expect(smtp.received).toHaveLength(1);
    await reader.locator('main form button').first().click();
    await eventually(() => expect(smtp.received).toHaveLength(2), 10_000);
    expect((await mails())[1]?.subject).toContain('Lesson first');
  });

  it('an editor changes a sentence, saves and submits; nobody sees it yet', async () => {
    const page = await signIn(browser, server.url, 'editor@example.com');
    await openCause(page, server.url, CAUSE);
    await page.locator('textarea[name="summary"]').fill(NEW_WORDS);
    await page.getByRole('button', { name: /save draft/i }).click();
    await workflow(page)
      .getByRole('button', { name: /submit for review/i })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/what changed/i).fill('A clearer summary.');
    await dialog.getByRole('button', { name: 'Submit for review' }).click();
    await workflow(page).getByText('In review', { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: /^publish/i }).count()).toBe(0);
    for (const path of ['/causes/cause-1', '/feed.json', '/guides/a-guide'])
      expect(await text(path)).not.toContain(NEW_WORDS);
    await page.context().close();
  });

  it('a clinician sees what changed and approves; within a second the page and the feed carry it', async () => {
    const page = await signIn(browser, server.url, 'reviewer@example.com');
    await page
      .getByRole('link', { name: /Cause 1/ })
      .first()
      .waitFor();
    await openCause(page, server.url, CAUSE);
    const added = workflow(page).locator('ins', { hasText: 'Changed' });
    await added.first().waitFor();
    await workflow(page).getByRole('link', { name: 'Open the review screen' }).press('Enter');
    await page.getByRole('group', { name: 'Decision' }).waitFor();
    // What a reader will get, drawn by the channel, for staff alone.
    await page.frameLocator('iframe[title="Preview"]').getByText('Changed in the browser').first().waitFor();
    const keys = page.keyboard;
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await keys.press('Escape');
    await keys.press('j');
    await keys.press('x');
    await page.getByText('1 of 1 looked at').waitFor();
    await page.reload();
    await page.getByText('1 of 1 looked at').waitFor();
    const comment = page.getByLabel('Comment, needed to request changes');
    await comment.press('a');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await comment.press('Backspace');
    await page.getByRole('button', { name: 'All keys' }).focus();
    await keys.press('Shift+A');
    await page.getByRole('dialog').getByLabel('I looked at the changes').press('Space');
    await keys.press('Enter');
    await page.getByText('Approved and released').waitFor();
    await page.getByText('Live', { exact: true }).first().waitFor();
    await eventually(async () => {
      expect(await text('/causes/cause-1')).toContain(NEW_WORDS);
      expect(await text('/feed.json')).toContain(NEW_WORDS);
    }, 1000);
    await reader.goto(`${server.url}/causes/cause-1`);
    await reader.getByText(NEW_WORDS).first().waitFor();
    await page.context().close();
  });

  it('reading needs no script and fits a phone', async () => {
    const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await phone.newPage();
    for (const path of [
      '/',
      '/guides/a-guide',
      '/causes/cause-1',
      '/treatments/a-treatment',
      '/red-flags/a-sign',
      '/courses/a-course',
    ]) {
      await page.goto(server.url + path);
      expect(await page.locator('h1').count(), path).toBe(1);
      const scrolls = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(scrolls, path).toBeLessThanOrEqual(0);
    }
    await phone.close();
  });

  it('withdrawing in the browser takes the page away and writes to those who had it', async () => {
    const page = await signIn(browser, server.url, 'reviewer@example.com');
    await openCause(page, server.url, CAUSE);
    await workflow(page)
      .getByRole('button', { name: /^withdraw/i })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('It was out of date.').check();
    await dialog.getByLabel('Your words to readers').fill('The advice on rest has changed.');
    await dialog.getByRole('button', { name: 'Withdraw now' }).click();
    await workflow(page).getByText('Withdrawn', { exact: true }).first().waitFor();
    await eventually(async () => {
      const answer = await fetch(`${server.url}/causes/cause-1`);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain('It was out of date. The advice on rest has changed.');
    }, 1000);
    await eventually(() => expect(smtp.received).toHaveLength(3), 10_000);
    expect((await mails())[2]?.text).toContain('It was out of date. The advice on rest has changed.');
    await page.context().close();
  });
}
