import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryContent } from '../../model/entries/entries.ts';
import { ENTRY_TYPES } from '../../model/entries/types.ts';
import { CHANGE_KINDS, type Release } from '../../model/release-row.ts';
import { createLibrary, type Library } from '../../release-log/library.ts';
import type { ReadKey } from '../../release-log/read-key.ts';
import { aCause, aGuide, aTreatment, approval, memoryLog, released, withdrawn } from '../support/releases.ts';

const libraryAt = (rows: Release[], head: number): Promise<Library> =>
  createLibrary({ log: memoryLog(rows.slice(0, head)), now: () => 0 }).current();

/** What the library answers to whoever asks with this key. */
const ANSWERS: [ReadKey, (library: Library) => unknown][] = [
  ...['g', 'h', 'c1', 'c2', 't', 'nobody'].flatMap((uid): [ReadKey, (library: Library) => unknown][] => [
    [`entry:${uid}`, (library) => [library.live(uid), library.withdrawn(uid), library.withdrawnAfter(uid, 0)]],
    [`parts:${uid}`, (library) => library.partsOf(uid)],
    [`scope:${uid}`, (library) => library.newestFirst(uid)],
    ...ENTRY_TYPES.map((type): [ReadKey, (library: Library) => unknown] => [
      `naming:${type}/${uid}`,
      (library) => library.naming(type, uid),
    ]),
  ]),
  ...['a', 'b', 'c', 'd'].map((slug): [ReadKey, (library: Library) => unknown] => [
    `address:cause/${slug}`,
    (library) => library.find('cause', slug),
  ]),
  ...ENTRY_TYPES.map((type): [ReadKey, (library: Library) => unknown] => [
    `list:${type}`,
    (library) => library.list(type),
  ]),
  ['figures', (library) => ['f1', 'f2'].map((sha) => library.figure(sha.repeat(32)))],
  [
    'corrections',
    (library) => (['minor', 'major', 'safety', 'withdrawn'] as const).map((grade) => library.corrected(grade)),
  ],
  ...['ann', 'bo', 'bob'].flatMap((name): [ReadKey, (library: Library) => unknown][] => [
    [`clinician:${name}`, (library) => library.clinicianAt(name)],
    [`approvals:${name}`, (library) => library.approvedBy(name)],
  ]),
  [
    'newest',
    (library) => [
      library.newestFirst(),
      library.clinicians(),
      (['all', 'cause', 'guide', 'corrections', 'clinicians', 'clinician:ann'] as const).map((page) =>
        library.changeTime(page),
      ),
    ],
  ],
  ['head', (library) => library.head],
];

const uids = fc.subarray(['g', 'h', 'c1', 'c2', 't']);
const slug = fc.constantFrom('a', 'b');
const figures = fc.subarray(['f1', 'f2']).map((names) =>
  names.map((name) => ({
    alt: 'Drawing',
    caption: null,
    credit: null,
    licence: null,
    mailPicture: [],
    renditions: [{ width: 320, height: 200, sha256: name.repeat(32) }],
  })),
);

const content: fc.Arbitrary<EntryContent> = fc.oneof(
  fc
    .record({
      uid: fc.constantFrom('g', 'h'),
      causes: uids,
      treatments: uids,
      redFlags: uids,
      relatedGuides: uids,
      figures,
    })
    .map((over) => aGuide({ ...over, slug: over.uid })),
  fc
    .record({
      uid: fc.constantFrom('c1', 'c2'),
      slug,
      partOf: fc.constantFrom(null, 'c1', 'c2', 't'),
      related: uids,
      treatments: uids,
      redFlags: uids,
    })
    // Two entries never share an address.
    .map((over) => aCause({ ...over, slug: over.uid === 'c1' ? over.slug : over.slug === 'a' ? 'c' : 'd' })),
  fc
    .record({ uid: fc.constant('t'), partOf: fc.constantFrom(null, 'c1'), related: uids })
    .map((over) => aTreatment(over)),
);

/** Bo has another address at times, and Ann a brace in her name. */
const given = fc
  .record({
    who: fc.constantFrom(['ann', 'ann', 'Ann {Lee}'], ['bo', 'bo', 'Bo'], ['bo', 'bob', 'Bo']),
    hour: fc.integer({ min: 10, max: 20 }),
  })
  .map(({ who: [uid = '', slug = '', name = ''], hour }) => ({
    ...approval,
    approvedAt: `2026-02-01T${hour}:00:00.000Z`,
    clinician: { ...approval.clinician, uid, slug, name },
  }));

const log: fc.Arbitrary<Release[]> = fc
  .array(
    fc.record({
      content,
      withdraw: fc.nat(4).map((n) => n === 0),
      changeKind: fc.constantFrom(...CHANGE_KINDS),
      approvals: fc.array(given, { maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((steps) =>
    steps.map(({ content: next, withdraw, changeKind, approvals }, i) => {
      const row = released(next, { seq: i + 1, title: `${next.title} ${i}`, changeKind, approvals });
      return withdraw ? withdrawn(row, { seq: i + 1 }) : row;
    }),
  );

describe('what the library says of its changes', () => {
  test('never misses one: an answer that differs from an earlier one has changed since', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.nat(), async (rows, cut) => {
        const then = await libraryAt(rows, 1 + (cut % (rows.length - 1)));
        const now = await libraryAt(rows, rows.length);
        for (const [key, answer] of ANSWERS) {
          if (JSON.stringify(answer(then)) !== JSON.stringify(answer(now))) {
            expect(now.changedAt(key), key).toBeGreaterThan(then.head);
          }
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  test('is quiet about what a row does not touch', async () => {
    const rows = [
      released(aTreatment({ uid: 't' }), { seq: 1 }),
      released(aCause({ uid: 'c1', slug: 'a', treatments: ['t'] }), { seq: 2 }),
      released(aCause({ uid: 'c2', slug: 'b', treatments: [], partOf: 'c1' }), { seq: 3 }),
    ];
    const library = await libraryAt(rows, 3);
    const at = (key: ReadKey) => library.changedAt(key);
    expect([at('entry:t'), at('entry:c1'), at('entry:c2')]).toEqual([1, 2, 3]);
    expect([at('list:treatment'), at('list:cause'), at('list:guide')]).toEqual([1, 3, 0]);
    expect([at('naming:cause/t'), at('naming:guide/t'), at('parts:c1'), at('parts:t')]).toEqual([2, 0, 3, 0]);
    expect([at('address:cause/a'), at('address:cause/nothing'), at('figures')]).toEqual([2, 0, 0]);
    expect([at('newest'), at('head')]).toEqual([3, 3]);
  });
});
