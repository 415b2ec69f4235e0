import { expect, it } from 'vitest';
import {
  forgetOldWords,
  forgetWordsOf,
  isLogOut,
  isSaveOf,
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

it('forgets what was saved on the page itself, never for another entry that was saved in a drawer', () => {
  const saved = { entitySlug: 'causes', id: 7, operation: 'update' as const };
  expect(isSaveOf(saved, 'causes', 7)).toBe(true);
  expect(isSaveOf({ ...saved, drawerSlug: 'doc-drawer_causes_1' }, 'causes', 7)).toBe(false);
  expect(isSaveOf({ ...saved, id: 8 }, 'causes', 7)).toBe(false);
  expect(isSaveOf({ ...saved, entitySlug: 'guides' }, 'causes', 7)).toBe(false);
  expect(isSaveOf(saved, 'causes', undefined)).toBe(false);
  expect(isSaveOf({ entitySlug: 'causes', operation: 'create' }, 'causes', undefined)).toBe(true);
  expect(isSaveOf({ entitySlug: 'causes', operation: 'create' }, 'causes', 7)).toBe(false);
});

it('knows the page that logs out from every other', () => {
  for (const path of ['/admin/logout', '/admin/logout/']) expect(isLogOut(path, '/admin', '/logout')).toBe(true);
  for (const path of ['/admin', '/admin/logout-inactivity', '/admin/collections/causes/logout'])
    expect(isLogOut(path, '/admin', '/logout')).toBe(false);
  expect(isLogOut('/logout', '/', '/logout')).toBe(true);
});
