/** An index that stands behind the log: what it has not read must not be lost, and its old words must not be shown. */
import { describe, expect, it, test } from 'vitest';
import { azOf } from '../../../../publishers/site/finding/az.ts';
import { createSearchIndex } from '../../../../publishers/site/finding/search-index.ts';
import { findIn } from '../../../../publishers/site/finding/search.ts';
import { termsIn } from '../../../../publishers/site/finding/search-query.ts';
import type { Release } from '../../../../model/release-row.ts';
import { createLibrary } from '../../../../release-log/library.ts';
import { aCause, aRedFlag, memoryLog, released } from '../../../support/releases.ts';
import { aSite, smallLibrary } from '../support.ts';

const sign = aRedFlag({ slug: 'cannot-stand', title: 'You cannot stand', urgency: 'emergency-now' });

/** A library whose rows in `broken` do not verify, its index, and a clock that is moved. */
function aShelf(rows: Release[]) {
  const memory = memoryLog(rows);
  const broken = new Set<number>();
  const clock = { ms: 0 };
  const stored = async (seq: number) => {
    const row = await memory.stored(seq);
    return row && broken.has(seq) ? { ...row, title: 'Other words' } : row;
  };
  let ticks = 0;
  const watch = createLibrary({ log: { ...memory, stored }, now: () => (ticks += 1000) });
  const index = createSearchIndex({ now: () => clock.ms });
  const follow = async () => {
    const library = await watch.current();
    await index.follow(library);
    return library;
  };
  const find = async (words: string) => findIn(index, await watch.current(), termsIn(words));
  return { log: memory, broken, clock, index, follow, find, current: watch.current };
}

const uids = (entries: { uid: string }[]) => entries.map(({ uid }) => uid);

describe('an entry whose row does not verify', () => {
  it('is found again once the row is repaired, without a release', async () => {
    const shelf = aShelf([released(sign, { seq: 1 }), released(aCause(), { seq: 2 })]);
    shelf.broken.add(1).add(2);
    await shelf.follow();
    expect((await shelf.find('osteoarthritis')).found).toEqual([]);
    shelf.broken.clear();
    shelf.clock.ms += 60_000;
    await shelf.follow();
    expect(uids((await shelf.find('osteoarthritis')).found.map(({ entry }) => entry))).toEqual([aCause().uid]);
  });

  it('is not read again with every search', async () => {
    const shelf = aShelf([released(sign, { seq: 1 })]);
    shelf.broken.add(1);
    const library = await shelf.follow();
    expect(shelf.index.isUpTo(library)).toBe(true);
    expect(shelf.index.unproved()).toBe(1);
    shelf.clock.ms += 60_000;
    expect(shelf.index.isUpTo(library)).toBe(false);
  });
});

describe('a warning sign that the index has not read', () => {
  test.each(['cannot stand', 'stand'])('stands above what was searched: %s', async (words) => {
    const shelf = aShelf([released(sign, { seq: 1 }), released(aCause(), { seq: 2 })]);
    expect(uids((await shelf.find(words)).signs)).toEqual([sign.uid]);
  });

  it('is found by its summary', async () => {
    const row = released(aRedFlag({ slug: 'other', title: 'Other', action: 'Keep off the zebra.' }), { seq: 1 });
    expect(uids((await aShelf([row]).find('zebra')).signs)).toEqual([row.uid]);
  });

  it('stands there while its row does not verify, and by the title that it has now', async () => {
    const shelf = aShelf([released(sign, { seq: 1 })]);
    await shelf.follow();
    shelf.log.rows.push(released({ ...sign, title: 'You cannot walk' }, { seq: 2, version: '1.1' }));
    shelf.broken.add(2);
    expect(uids((await shelf.find('cannot walk')).signs)).toEqual([sign.uid]);
    await shelf.follow();
    expect(uids((await shelf.find('cannot walk')).signs)).toEqual([sign.uid]);
  });
});

test('other names of before a correction are shown to nobody while the correction waits', async () => {
  const shelf = aShelf([released(aCause({ synonyms: ['Old name'] }), { seq: 1 })]);
  await shelf.follow();
  const names = async () => {
    const az = azOf(await shelf.current(), shelf.index.synonymsOf);
    return [...az.values()].flat().map(({ name }) => name);
  };
  expect(await names()).toContain('Old name');
  shelf.log.rows.push(released(aCause({ synonyms: ['Other name'] }), { seq: 2, version: '1.1' }));
  expect(await names()).not.toContain('Old name');
  await shelf.follow();
  expect(await names()).toContain('Other name');
});

test('a site that was warmed reads no row for the first search', async () => {
  const log = memoryLog(smallLibrary());
  let reads = 0;
  const stored = (seq: number) => {
    reads += 1;
    return log.stored(seq);
  };
  const { site, read, errors } = aSite([], { log: { ...log, stored } });
  await site.warm();
  expect(reads).toBe(4);
  expect(await read('/search?q=surfaces')).toContain('/causes/hip-osteoarthritis');
  expect(reads).toBe(4);
  expect(errors).toEqual([]);
});

test('a site that cannot be warmed says why', async () => {
  const lost = { library: () => Promise.reject(new Error('no log')) };
  const { site, errors } = aSite(smallLibrary(), lost);
  await site.warm();
  expect(errors).toHaveLength(1);
});
