import { describe, expect, it, test } from 'vitest';
import { createGuidesByPlace } from '../../../../publishers/site/finding/guides-by-place.ts';
import { createPlaceMaps } from '../../../../publishers/site/finding/place-map.tsx';
import { saysWorse, worseOptions } from '../../../../publishers/site/finding/worse.ts';
import { createLibrary } from '../../../../release-log/library.ts';
import { aLocation } from '../../../support/places.ts';
import { aCause, aGuide, aRedFlag, memoryLog, released } from '../../../support/releases.ts';
import { aSite } from '../support.ts';

describe('what makes it worse', () => {
  const phrases = [
    ['Using stairs', 'standing for hours'],
    ['climbing stairs'],
    ['Going up or down stairs', 'standing'],
  ];

  it('is offered once, in the plainest words that entries have for it', () => {
    expect(worseOptions(phrases)).toEqual([
      { key: 'stair', label: 'Using stairs' },
      { key: 'stand', label: 'standing' },
    ]);
  });

  it('is found in each entry in its own words', () => {
    expect(phrases.map((of) => saysWorse(of, 'stair'))).toEqual([
      'Using stairs',
      'climbing stairs',
      'Going up or down stairs',
    ]);
    expect(saysWorse(['lifting'], 'stair')).toBeNull();
  });

  it('is offered by the entries that have it: what most have first', () => {
    expect(worseOptions([['lifting'], ['sitting'], ['sitting (long)', 'sitting']])).toEqual([
      { key: 'sit', label: 'sitting' },
      { key: 'lift', label: 'lifting' },
    ]);
  });

  it('of 200 causes costs no reader a second', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      Array.from({ length: 5 }, (_, j) => `Doing ${(i * 5 + j) % 400} with word${i} and word${j}`),
    );
    const before = process.cpuUsage();
    expect(worseOptions(many).length).toBeGreaterThan(500);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(500);
  });
});

const CAUSES = Array.from({ length: 9 }, (_, i) =>
  aCause({
    ...{ slug: `c-${i}`, title: `Cause ${i}`, worse: [`thing${i}`] },
    locations: [aLocation(i === 8 ? 'buttock' : 'groin')],
    possibleLocations: [],
  }),
);
const guide = aGuide({ causes: CAUSES.map(({ uid }) => uid), redFlags: [aRedFlag().uid] });
const rows = () => [
  released(aRedFlag(), { seq: 1 }),
  ...CAUSES.map((cause, i) => released(cause, { seq: i + 2 })),
  released(guide, { seq: 20 }),
];
const asked = (...keys: string[]) => `/find?location=groin${keys.map((key) => `&worse=${key}`).join('')}`;

describe('the chips of what makes it worse', () => {
  const { read } = aSite(rows());

  test('stand in no link that no cause says', async () => {
    expect(await read(asked('thing1', 'nobody'))).not.toContain('nobody');
  });

  test('of hand-written keys those that a cause says are read, whatever stands beside them', async () => {
    const html = await read(asked('a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'thing1'));
    expect(html).toContain('Worse with: thing1');
  });

  test('offer no seventh, so that none that was chosen is lost', async () => {
    const six = ['thing0', 'thing1', 'thing2', 'thing3', 'thing4', 'thing5'];
    expect(await read(asked(...six.slice(1)))).toContain('>thing7</a>');
    const html = await read(asked(...six));
    expect(html).not.toContain('>thing7</a>');
    expect(html.match(/chosen; take back/g)).toHaveLength(6);
  });

  test('have each chosen one, also where no cause of the place says it', async () => {
    expect(await read(asked('thing8'))).toMatch(/href="\/find\?guide=hip-pain&amp;location=groin#results"[^>]*>thing8/);
  });

  test('follow a correction', async () => {
    const site = aSite(rows());
    await site.read(asked('thing1'));
    const next = { ...CAUSES[2], worse: ['swimming'] };
    site.log.rows.push(released(aCause(next), { seq: 21, version: '1.1' }));
    const html = await site.read(asked('thing1'));
    expect(html).toContain('>swimming</a>');
    expect(html).not.toContain('>thing2</a>');
  });
});

test('signs of which none is an emergency are not counted as such', async () => {
  const html = await aSite(rows()).read(asked());
  expect(html).toContain('Check the warning sign');
  expect(html).not.toContain('of an emergency</summary>');
  expect(html).toMatch(/<details>.*Night pain.*<\/details>/s);
});

test('a place without a guide reads the guides once for a position of the log', async () => {
  const others = ['a', 'b'].map((slug, i) => released(aGuide({ slug, title: slug, causes: [] }), { seq: 21 + i }));
  const log = memoryLog([...rows(), ...others]);
  const library = await createLibrary({ log, now: () => 0 }).current();
  let reads = 0;
  const counted = (uid: string) => {
    reads += 1;
    return library.released(uid);
  };
  const guideAt = createGuidesByPlace();
  const at = (place: string, head: number) => guideAt(place, { ...library, head, released: counted }, []);
  expect((await at('groin', 22))?.uid).toBe(guide.uid);
  const once = reads;
  for (const place of ['nowhere', 'elsewhere', 'buttock']) await at(place, 22);
  expect(reads).toBe(once);
  await at('nowhere', 23);
  expect(reads).toBe(2 * once);
});

test('of several guides the one with the place is taken, else there is the choice', async () => {
  const other = released(aGuide({ slug: 'a', title: 'A', causes: [] }), { seq: 21 });
  const { read } = aSite([...rows(), other]);
  expect(await read('/find?location=nowhere')).toContain('Where does it hurt?');
  expect(await read('/find?location=groin')).toContain('Hip pain: where do you feel it?');
});

test('a picture of places is drawn once, whatever the log says', async () => {
  const map = {
    ...{ bodyArea: 'hip', order: ['buttock', 'groin'] },
    views: [
      {
        seenFrom: 'front' as const,
        size: { width: 10, height: 10 },
        ...{ middle: 5, outline: 'M0 0', creases: [] },
        regions: [{ place: 'groin', shape: 'M1 1', number: { x: 1, y: 1 } }],
      },
    ],
  };
  const pictures = createPlaceMaps([map]);
  const one = await pictures('/maps/groin_.svg');
  expect(one?.status).toBe(200);
  expect(await pictures('/maps/groin_.svg')).toBe(one);
  expect(await pictures('/maps/moon_.svg')).toBeNull();
});
