import { expect, it } from 'vitest';
import { isFinderKey, optionAfter } from '../../../admin/finder/finder-keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  isFinderKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

it('opens by Ctrl-K or Cmd-K and by no other key', () => {
  expect([press('k', { ctrlKey: true }), press('K', { metaKey: true })]).toEqual([true, true]);
  const others = [
    press('k'),
    press('k', { ctrlKey: true, altKey: true }),
    press('k', { ctrlKey: true, shiftKey: true }),
  ];
  expect([...others, press('j', { ctrlKey: true })]).toEqual([false, false, false, false]);
});

it('leads round the options by arrows, to the ends by page keys, and leaves the text its keys', () => {
  expect([optionAfter('ArrowDown', 2, 3), optionAfter('ArrowUp', 0, 3), optionAfter('ArrowDown', -1, 3)]).toEqual([
    0, 2, 0,
  ]);
  expect([optionAfter('PageDown', 0, 3), optionAfter('PageUp', 2, 3)]).toEqual([2, 0]);
  expect([optionAfter('Home', 1, 3), optionAfter('a', 1, 3), optionAfter('ArrowDown', -1, 0)]).toEqual([
    null,
    null,
    null,
  ]);
});
