import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES } from '../../model/entries/types.ts';
import type { Release } from '../../model/release-row.ts';
import { createLibrary, type Library } from '../../release-log/library.ts';
import type { LogSource } from '../../release-log/read-rows.ts';
import { aCause, aGuide, aTreatment, memoryLog, released, withdrawn } from '../support/releases.ts';

const UIDS = ['c1', 'c2', 'c3', 't1', 'g1'];
const step = fc.record({
  uid: fc.constantFrom(...UIDS),
  title: fc.constantFrom('A', 'B', 'Ä', 'b'),
  slug: fc.constantFrom('x', 'y'),
  names: fc.subarray(UIDS),
  partOf: fc.constantFrom(null, ...UIDS),
  withdraw: fc.nat(4).map((n) => n === 0),
});

const log: fc.Arbitrary<Release[]> = fc.array(step, { minLength: 1, maxLength: 20 }).map((steps) =>
  steps.map(({ uid, title, slug, names, partOf, withdraw }, i) => {
    const common = { uid, title, slug: `${uid}-${slug}` };
    const content = uid.startsWith('c')
      ? aCause({ ...common, partOf, treatments: names, redFlags: [], related: [] })
      : uid.startsWith('t')
        ? aTreatment({ ...common, partOf, related: names })
        : aGuide({ ...common, causes: names, treatments: [], redFlags: [] });
    const row = released(content, { seq: i + 1 });
    return withdraw ? withdrawn(row, { seq: i + 1 }) : row;
  }),
);

/** Everything that a library can be asked without reading a text. */
const answersOf = (library: Library) => ({
  head: library.head,
  newest: library.newestFirst(),
  lists: ENTRY_TYPES.map((type) => library.list(type)),
  entries: UIDS.map((uid) => [
    library.live(uid),
    library.withdrawn(uid),
    library.partsOf(uid),
    library.newestFirst(uid),
    library.releasesOf(uid),
    library.changedAt(`entry:${uid}`),
    library.changedAt(`scope:${uid}`),
    library.changedAt(`parts:${uid}`),
    ENTRY_TYPES.map((type) => [library.naming(type, uid), library.changedAt(`naming:${type}/${uid}`)]),
    ['x', 'y'].map((slug) => ENTRY_TYPES.map((type) => library.find(type, `${uid}-${slug}`))),
  ]),
});

const libraryOf = (source: LogSource) => createLibrary({ log: source, now: () => 0, checkEveryMs: 0 });

describe('a library that follows the log row by row', () => {
  it('answers at every position what one made anew answers', async () => {
    await fc.assert(
      fc.asyncProperty(log, async (rows) => {
        const growing = memoryLog([]);
        const following = libraryOf(growing);
        for (const row of rows) {
          growing.rows.push(row);
          const anew = libraryOf(memoryLog(growing.rows));
          expect(answersOf(await following.current())).toEqual(answersOf(await anew.current()));
        }
        expect(following.faults()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('never changes a list that it has handed out', async () => {
    const source = memoryLog([released(aCause({ uid: 'c1', slug: 'a' }), { seq: 1 })]);
    const { current } = libraryOf(source);
    const library = await current();
    const [list, newest] = [library.list('cause'), library.newestFirst()];
    source.rows.push(released(aCause({ uid: 'c2', slug: 'b' }), { seq: 2 }));
    await current();
    expect([list.length, newest.length]).toEqual([1, 1]);
    expect([library.list('cause').length, library.newestFirst().length]).toEqual([2, 2]);
  });
});

describe('the releases of an entry', () => {
  it('are those since its last withdrawal, oldest first, and none while it is withdrawn', async () => {
    const row = (seq: number) => released(aCause({ uid: 'c1' }), { seq });
    const other = released(aCause({ uid: 'c2', slug: 'other' }), { seq: 3 });
    const source = memoryLog([row(1), row(2), other]);
    const { current } = libraryOf(source);
    const releases = async () => (await current()).releasesOf('c1');
    const before = await releases();
    expect(before).toEqual([1, 2]);
    source.rows.push(withdrawn(row(2), { seq: 4 }));
    expect(await releases()).toEqual([]);
    source.rows.push(row(5));
    expect(await releases()).toEqual([5]);
    source.rows.push(row(6));
    expect([await releases(), before]).toEqual([
      [5, 6],
      [1, 2],
    ]);
  });
});

describe('the start of a library', () => {
  const rows = Array.from({ length: 2500 }, (_, i) =>
    released(aCause({ uid: `c${i % 100}`, slug: `cause-${i % 100}` }), { seq: i + 1 }),
  );

  function counted() {
    const source = memoryLog(rows);
    const calls: Record<string, number> = {};
    const counting = Object.fromEntries(
      Object.entries(source).map(([name, call]) => [
        name,
        typeof call === 'function'
          ? (...args: never[]) => {
              calls[name] = (calls[name] ?? 0) + 1;
              return (call as (...all: never[]) => unknown)(...args);
            }
          : call,
      ]),
    );
    return { calls, source: { ...source, ...counting } };
  }

  it('reads the log in pages and no text, and checks one signature a page', async () => {
    const { calls, source } = counted();
    const library = await libraryOf(source).current();
    expect(library.head).toBe(2500);
    expect(calls).toEqual({ end: 1, keys: 1, columnsAfter: 5, signaturesAfter: 4 });
  });

  it('reads one text for one page, and one row for one release', async () => {
    const { calls, source } = counted();
    const { current } = libraryOf(source);
    const library = await current();
    await library.released('c7');
    await library.released('c7');
    expect(calls.stored).toBe(1);
    const before = { ...calls };
    source.rows.push(released(aCause({ uid: 'c7', slug: 'cause-7' }), { seq: 2501 }));
    await current();
    rows.pop();
    expect(calls.columnsAfter).toBe((before.columnsAfter ?? 0) + 1);
    expect(calls.signaturesAfter).toBe(before.signaturesAfter);
    expect(calls.stored).toBe(1);
  });
});
