import { expect, it } from 'vitest';
import {
  forgetOldWords,
  forgetWordsOf,
  keepWords,
  toUnsaved,
  unsavedKey,
  type Keep,
} from '../../../admin/unsaved/unsaved-words.ts';

const NOW = new Date('2026-11-26T12:04:00Z');
const words = (at = NOW.toISOString()) => ({ at, base: null, data: { title: 'Sore hip' } });

function aBrowser(): Keep & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    get length() {
      return all.size;
    },
    key: (index) => [...all.keys()][index] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => {
      all.set(key, value);
    },
    removeItem: (key) => {
      all.delete(key);
    },
  };
}

it('keeps the words of each account and entry apart', () => {
  const keep = aBrowser();
  const keys = [unsavedKey(1, 'causes', 7), unsavedKey(2, 'causes', 7), unsavedKey(1, 'causes', undefined)];
  for (const key of keys) expect(keepWords(keep, key, words())).toBe(true);
  expect(keep.all.size).toBe(3);
  expect(toUnsaved(keep.getItem(keys[0]!), NOW)).toEqual(words());
});

it('offers nothing that is older than a week, from the future, or no such text', () => {
  const stored = (at: string) => JSON.stringify(words(at));
  for (const text of [null, '', '{}', 'null', '[', stored('2026-11-19T12:03:00Z'), stored('2027-01-01T00:00:00Z')])
    expect(toUnsaved(text, NOW)).toBeNull();
});

it('leaves nothing of whoever logs out, all of the others, and nothing old of anybody', () => {
  const keep = aBrowser();
  const [mine, theirs, old] = [unsavedKey(1, 'causes', 7), unsavedKey(11, 'causes', 7), unsavedKey(3, 'guides', 1)];
  keepWords(keep, mine, words());
  keepWords(keep, theirs, words());
  keepWords(keep, old, words('2026-11-01T00:00:00Z'));
  keep.setItem('of another program', 'stays');
  forgetWordsOf(keep, 1);
  forgetOldWords(keep, NOW);
  expect([...keep.all.keys()]).toEqual([theirs, 'of another program']);
});

it('says so where the browser keeps nothing, or not as much', () => {
  const full: Keep = {
    ...aBrowser(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(keepWords(full, 'a', words())).toBe(false);
  expect(keepWords(aBrowser(), 'a', { ...words(), data: { title: 'x'.repeat(1_000_001) } })).toBe(false);
});
