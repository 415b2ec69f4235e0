/**
 * Somebody at the keyboard: real keys alone, no mouse and no script that puts the focus anywhere. Wherever a key leads
 * it is looked at: the place must be seen on the screen, and no closed dialog may leave the focus nowhere.
 */
import { expect } from 'vitest';
import type { Browser, BrowserContextOptions, ElementHandle, Locator, Page } from 'playwright-core';
import { PASSWORD } from './people.ts';

export interface Person {
  page: Page;
  /** presses one key, or several */
  press: (...keys: string[]) => Promise<void>;
  /** types words where the focus is */
  type: (words: string) => Promise<void>;
  /** goes there with the Tab key, backwards when told */
  go: (target: Locator, way?: 'on' | 'back') => Promise<void>;
  /** goes there and types words in place of what stands there */
  fill: (target: Locator, words: string) => Promise<void>;
  /** goes to a button or link and presses Enter */
  use: (target: Locator, way?: 'on' | 'back') => Promise<void>;
  /** a dialog has closed: the focus is somewhere all the same */
  isSomewhere: () => Promise<void>;
  /** stops whose focus nobody could see, each once */
  unseen: () => string[];
}

/** How long a ring around the focus may take to appear, in milliseconds. */
const RING_MS = 500;
/** More stops than the longest form has: who needs more goes in a circle. */
const MOST_STOPS = 400;

export function atKeyboard(page: Page): Person {
  const unseen = new Set<string>();
  const look = async (target: ElementHandle | null) => {
    let { isThere, hidden } = await page.evaluate(stopAt, target);
    // A ring that comes with a transition is not there at once.
    for (const end = Date.now() + RING_MS; hidden && Date.now() < end;) {
      await page.waitForTimeout(50);
      ({ isThere, hidden } = await page.evaluate(stopAt, target));
    }
    if (hidden) unseen.add(`${new URL(page.url()).pathname.replaceAll(/\/\d+\b/g, '/…')} ${hidden}`);
    return isThere;
  };
  const person: Person = {
    page,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async type(words) {
      await page.keyboard.type(words);
    },
    async go(target, way = 'on') {
      await target.first().waitFor();
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        // Each time anew: what is drawn again is another element.
        const element = await target.first().elementHandle();
        if (await look(element)) return;
        await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
      }
      throw new Error(`no key leads to ${String(target)}`);
    },
    async fill(target, words) {
      await person.go(target);
      await person.press('ControlOrMeta+a');
      await person.type(words);
    },
    async use(target, way) {
      await person.go(target, way);
      await person.press('Enter');
    },
    async isSomewhere() {
      await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
      await look(null);
    },
    unseen: () => [...unseen],
  };
  return person;
}

/** Logs in as one of the staff, by keyboard, in a browser of their own; ends on the desk. */
export async function logInByKeyboard(
  browser: Browser,
  url: string,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const person = atKeyboard(await context.newPage());
  await person.page.goto(`${url}/admin/login`);
  await person.fill(person.page.getByLabel('Email'), email);
  await person.fill(person.page.getByLabel('Password'), PASSWORD);
  await person.press('Enter');
  await person.page.waitForURL(/\/admin\/?$/);
  return person;
}

/**
 * In the page: whether the focus is on the target, and what it is on where nothing shows that it is there. Seen is an
 * outline or a shadow, of the element or of a box around it that has them while the focus is inside. The body and what
 * is scrolled inside itself is nobody's stop.
 */
function stopAt(target: unknown): { isThere: boolean; hidden: string | null } {
  const focused = document.activeElement;
  // What is inside a preview is a page of its own.
  if (!focused || focused === document.body || focused.tagName === 'IFRAME') return { isThere: false, hidden: null };
  // The button inside a field for a day is the browser's own, and so is the ring around it.
  if (focused instanceof HTMLInputElement && focused.type === 'date' && !focused.matches(':focus'))
    return { isThere: false, hidden: null };
  const around: Element[] = [];
  for (let one: Element | null = focused; one && around.length < 6; one = one.parentElement) around.push(one);
  const isSeen = around.some((element, at) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    // Shadows stand around dialogs as well, wherever the focus is.
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (at < 2 && boxShadow !== 'none');
  });
  const words = (focused.getAttribute('aria-label') ?? focused.textContent).trim().slice(0, 40);
  const name = `${focused.tagName.toLowerCase()}${focused.id ? `#${focused.id}` : ''}.${[...focused.classList].join('.')} ${words}`;
  return { isThere: focused === target, hidden: isSeen ? null : name };
}
