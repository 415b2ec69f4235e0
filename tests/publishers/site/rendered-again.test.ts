import { describe, expect, test } from 'vitest';
import type { Release } from '../../../model/release-row.ts';
import { aCause, aGuide, aTreatment, released, withdrawn } from '../../support/releases.ts';
import { aSite, smallLibrary } from './support.ts';

/** Two guides that share nothing, and all their pages. */
const library = (): Release[] => [
  ...smallLibrary(),
  released(aTreatment({ slug: 'rest', title: 'Rest' }), { seq: 5 }),
  released(aCause({ slug: 'knee-sprain', title: 'Knee sprain', treatments: ['0189-rest'], redFlags: [] }), { seq: 6 }),
  released(
    aGuide({
      slug: 'knee-pain',
      title: 'Knee pain',
      causes: ['0189-knee-sprain'],
      treatments: ['0189-rest'],
      redFlags: [],
    }),
    { seq: 7 },
  ),
];
const HIP = [
  '/guides/hip-pain',
  '/causes/hip-osteoarthritis',
  '/treatments/cold-heat',
  '/red-flags/red-flag-night-pain',
];
const KNEE = ['/guides/knee-pain', '/causes/knee-sprain', '/treatments/rest'];
const ALL = [...HIP, ...KNEE, '/', '/sitemap.xml', '/robots.txt', '/nothing'];

async function visited(rows: Release[]) {
  const site = aSite(rows);
  const etags = async () =>
    Object.fromEntries(
      await Promise.all(ALL.map(async (path) => [path, (await site.ask(path)).headers.get('etag')] as const)),
    ) as Record<string, string>;
  await etags();
  return { ...site, etags };
}

describe('after a release', () => {
  test('pages that did not read the entry keep their ETag and are not rendered again', async () => {
    const { etags, log, pages } = await visited(library());
    const before = await etags();
    const rendered = pages.renders();
    log.rows.push(
      released(aCause({ slug: 'knee-sprain', title: 'Sprained knee', treatments: [], redFlags: [] }), { seq: 8 }),
    );
    const after = await etags();
    for (const path of [...HIP, '/robots.txt', '/nothing']) expect(after[path], path).toBe(before[path]);
    for (const path of ['/guides/knee-pain', '/causes/knee-sprain', '/']) {
      expect(after[path], path).not.toBe(before[path]);
    }
    // The knee's guide and cause, home, sitemap; and robots.txt and the 404, which ask the library for nothing.
    expect(pages.renders() - rendered).toBeLessThanOrEqual(6);
  });

  test('nothing is rendered again for a reader who comes back', async () => {
    const { etags, log, pages } = await visited(library());
    log.rows.push(released(aTreatment({ slug: 'rest', title: 'Rest a little' }), { seq: 8 }));
    await etags();
    const rendered = pages.renders();
    await etags();
    await etags();
    expect(pages.renders()).toBe(rendered);
  });

  test('a page that names the entry shows its new title, and its withdrawal', async () => {
    const { read, log } = await visited(library());
    log.rows.push(released(aTreatment({ slug: 'rest', title: 'Rest a little' }), { seq: 8 }));
    for (const path of ['/', '/guides/knee-pain', '/causes/knee-sprain'])
      expect(await read(path)).toContain('Rest a little');
    log.rows.push(withdrawn(released(aTreatment({ slug: 'rest' }), { seq: 8 }), { seq: 9 }));
    for (const path of ['/', '/guides/knee-pain', '/causes/knee-sprain'])
      expect(await read(path)).not.toContain('Rest a little');
  });

  test('an entry that is new under a broader one appears there, and a guide in the way to its entries', async () => {
    const { read, log } = await visited(library());
    log.rows.push(released(aCause({ slug: 'tear', title: 'A tear', partOf: '0189-hip-osteoarthritis' }), { seq: 8 }));
    expect(await read('/causes/hip-osteoarthritis')).toContain('A tear');
    expect(await read('/guides/hip-pain')).toContain('A tear');
    log.rows.push(
      released(aGuide({ slug: 'arm-pain', title: 'Arm pain', causes: [], treatments: ['0189-rest'] }), { seq: 9 }),
    );
    expect(await read('/treatments/rest')).toContain('Arm pain');
  });

  test('an address that nothing was at has its page', async () => {
    const { ask, log } = await visited(library());
    expect((await ask('/causes/new')).status).toBe(404);
    log.rows.push(released(aCause({ slug: 'new' }), { seq: 8 }));
    expect((await ask('/causes/new')).status).toBe(200);
  });
});

test('a new day renders every page once, so that an overdue one says so', async () => {
  const { ask, read, clock, pages } = aSite(library());
  await read('/causes/hip-osteoarthritis');
  clock.today = '2027-06-02';
  expect(await read('/causes/hip-osteoarthritis')).toContain('past its review date');
  const rendered = pages.renders();
  expect((await ask('/causes/hip-osteoarthritis')).status).toBe(200);
  expect(pages.renders()).toBe(rendered);
});
