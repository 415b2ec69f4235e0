import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askApproval, openCause, signIn, workflow } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

const CAUSE = { title: 'Cause 1', slug: 'cause-1' };
const [FIRST, SECOND] = ['Say who told you so.', 'Say it in fewer words.'];

/** One story of one entry: each step begins where the one before left it. */
const IN_ORDER = { shuffle: false };

/** The rules behind these dialogs are tested on both databases; this is what people see of them. */
describe('what reviewers asked for, and what readers have by mail, in the dialogs', IN_ORDER, () => {
  let server: TestServer;
  let browser: Browser;
  let editor: Page;
  let reviewer: Page;
  let second: Page;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('SQLite'), startBrowser()]);
    editor = await signIn(browser, server.url, 'editor@example.com');
    reviewer = await signIn(browser, server.url, 'reviewer@example.com');
    second = await signIn(browser, server.url, 'second-reviewer@example.com');
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Opens the dialog of a verb on the cause as it is now. */
  const ask = async (page: Page, button: RegExp): Promise<Locator> => {
    await openCause(page, server.url, CAUSE);
    await workflow(page).getByRole('button', { name: button }).click();
    return page.getByRole('dialog');
  };
  const stands = (page: Page, state: string) => workflow(page).getByText(state, { exact: true }).first().waitFor();
  const save = async (summary: string) => {
    await openCause(editor, server.url, CAUSE);
    await editor.locator('textarea[name="summary"]').fill(summary);
    await editor.getByRole('button', { name: /save draft/i }).click();
    await workflow(editor).locator('ins').first().waitFor();
  };
  const submit = async (dialog: Locator) => {
    await dialog.getByLabel('What changed').fill('It says how long to rest.');
    await dialog.getByRole('button', { name: 'Submit for review' }).click();
  };
  const sendBack = async (comment: string) => {
    const dialog = await ask(reviewer, /^request changes/i);
    await dialog.getByLabel('What should change').fill(comment);
    await dialog.getByRole('button', { name: 'Request changes' }).click();
    await stands(reviewer, 'Changes requested');
  };
  const lastChange = async () => {
    const { changes } = (await (await fetch(`${server.url}/changes.json?since=0`)).json()) as {
      changes: { changeKind: string | null }[];
    };
    return changes.at(-1)?.changeKind;
  };

  it('unchanged text does not go back to the reviewer without an answer', async () => {
    await save('What it is and what to know about it. Rest for 3 days.');
    await submit(await ask(editor, /^submit/i));
    await stands(editor, 'In review');
    await sendBack(FIRST);

    const dialog = await ask(editor, /^submit/i);
    await dialog.getByText(FIRST).waitFor();
    await submit(dialog);
    expect(await dialog.getByLabel('Your answer').evaluate((field) => field.matches(':invalid'))).toBe(true);
    await dialog.getByLabel('Your answer').fill('The guideline, which is cited below.');
    await submit(dialog);
    await stands(editor, 'In review');
    await openCause(reviewer, server.url, CAUSE);
    const submitted = workflow(reviewer).getByRole('region', { name: 'Submitted for review' });
    expect(await submitted.innerText()).toContain(FIRST);
    expect(await submitted.innerText()).toContain('The guideline, which is cited below.');
  });

  it('who approves sees what nobody answered, and may say why the old text could not hurt', async () => {
    await sendBack(SECOND);
    await save('What it is and what to know. Rest for 3 days.');
    await submit(await ask(editor, /^submit/i));
    await stands(editor, 'In review');

    const dialog = await askApproval(reviewer, server.url, CAUSE);
    const open = dialog.getByRole('region', { name: 'Open requests for changes' });
    expect(await open.innerText()).toContain(SECOND);
    expect(await open.innerText()).not.toContain(FIRST);
    await dialog.getByLabel('Why the old text could not hurt').fill('It named no time at all.');
    await dialog.getByLabel('I looked at the changes').check();
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await reviewer.getByText('1 of 2 approvals given').waitFor();
  });

  it('who approves last sees those reasons, and with them all nobody is mailed a correction', async () => {
    const dialog = await askApproval(second, server.url, CAUSE, 'Shift+A');
    await dialog.getByText('It named no time at all.').waitFor();
    await dialog.getByLabel('Why the old text could not hurt').fill('Resting longer does no harm here.');
    await dialog.getByLabel('I looked at the whole entry').check();
    await dialog.getByRole('button', { name: 'Approve and release' }).click();
    await second.getByText('Live', { exact: true }).first().waitFor();
    expect(await lastChange()).toBe('major');
    expect(await second.getByRole('region', { name: 'Open requests for changes' }).count()).toBe(0);
  });
});
