/** All libraries of the repository: side by side, and the second one alone. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { POLICY } from '../../policy.ts';
import { barProblems } from '../../scripts/seed/bars/bars.ts';
import { contentOf as asWritten } from '../../scripts/seed/file-content.ts';
import { keyOf, neededBy, referencesOf } from '../../scripts/seed/named-in.ts';
import { librariesIn, readLibrary, type Library } from '../../scripts/seed/read-library.ts';
import { itemsOf, feedOver, walk } from '../publishers/feed/support.ts';
import { aSite } from '../publishers/site/support.ts';
import { contentOf } from '../support/from-files.ts';
import { released } from '../support/releases.ts';

const folderOf = (name: string) => path.resolve('content', name);
const LIBRARIES = await librariesIn(path.resolve('content'));

describe('the libraries of this repository', () => {
  it('have no broken field, reference, source, figure or place, together and each alone', async () => {
    expect(LIBRARIES.length).toBeGreaterThan(1);
    expect((await readLibrary(...LIBRARIES)).problems).toEqual([]);
    for (const folder of LIBRARIES) expect((await readLibrary(folder)).problems).toEqual([]);
  });

  it('hold the quality bars, none against another', async () => {
    const { library } = await readLibrary(...LIBRARIES);
    const pages = library.entries.map(({ file, data }) => ({ file, content: asWritten(data, library) }));
    expect(barProblems(pages, { highestGrade: POLICY.maxReadingGrade, terms: library.terms })).toEqual([]);
  });
});

describe('the library on low back pain', () => {
  let alone: Library;
  let both: Library;
  beforeAll(async () => {
    alone = (await readLibrary(folderOf('low-back-pain'))).library;
    both = (await readLibrary(...LIBRARIES)).library;
  });
  const own = (type: string) =>
    alone.entries.filter(({ folder, data }) => folder === folderOf('low-back-pain') && data.type === type);

  it('has a guide, causes, signs, treatments and a course of its own', () => {
    const counts = ['guide', 'cause', 'red-flag', 'treatment', 'course'].map((type) => own(type).length);
    expect(counts).toEqual([1, 3, 2, 4, 1]);
    expect(own('course')[0]?.data).toMatchObject({ lessons: { length: 3 } });
  });

  it('shares medicines and emergencies with the one on hip pain: each has one file', () => {
    const [guide] = own('guide');
    const shared = referencesOf(guide!.data).filter((key) =>
      both.entries.some((entry) => keyOf(entry) === key && entry.folder === folderOf('hip-pain')),
    );
    expect(shared).toEqual(
      expect.arrayContaining([
        'treatments/nsaids',
        'treatments/paracetamol',
        'red-flags/red-flag-night-pain',
        'red-flags/red-flag-saddle-anaesthesia',
        'red-flags/red-flag-leg-clot',
        'causes/lumbar-spinal-stenosis',
      ]),
    );
    expect(new Set(both.entries.map(keyOf)).size).toBe(both.entries.length);
  });

  it('is whole without the other guide: whatever its entries need comes with it', () => {
    const there = new Set(alone.entries.map(keyOf));
    expect(alone.entries.flatMap(({ data }) => neededBy(data)).filter((key) => !there.has(key))).toEqual([]);
    expect(there.has('guides/hip-pain')).toBe(false);
    expect(there.size).toBeLessThan(both.entries.length / 2);
  });

  it('has pages and a feed of its own when it is all there is', async () => {
    const rows = alone.entries.map((entry, i) => released(contentOf(entry, alone), { seq: i + 1 }));
    const site = aSite(rows);
    const home = await site.read('/');
    expect(home).toContain('/guides/low-back-pain');
    expect(home).not.toContain('/guides/hip-pain');
    const page = await site.read('/guides/low-back-pain');
    expect(page).toContain('/treatments/nsaids');
    expect(page).not.toContain('href="/guides/hip-pain"><');
    const items = itemsOf(await walk(feedOver(rows), '/feeds/low-back-pain.json'));
    expect(items.map(({ url }) => url)).toEqual(
      expect.arrayContaining([expect.stringContaining('/red-flags/red-flag-night-pain')]),
    );
  });

  it('follows a correction of what it shares, as the other guide does', async () => {
    const before = both.entries.map((entry, i) => released(contentOf(entry, both), { seq: i + 1 }));
    const old = before.find(({ snapshot }) => snapshot.slug === 'red-flag-night-pain')!;
    const title = 'Other words.';
    const corrected = released({ ...old.snapshot, title }, { seq: before.length + 1 });
    const rows = [...before.map((row) => (row === old ? { ...row, live: false } : row)), corrected];
    const site = aSite(rows);
    const feed = feedOver(rows);
    for (const guide of ['hip-pain', 'low-back-pain']) {
      const page = await site.read(`/guides/${guide}`);
      expect(page, guide).toContain(title);
      expect(page, guide).not.toContain(old.snapshot.title);
      const items = JSON.stringify(itemsOf(await walk(feed, `/feeds/${guide}.json`)));
      expect(items, guide).toContain(title);
      expect(items, guide).not.toContain(`"title":"${old.snapshot.title}"`);
    }
    const shared = await site.read('/treatments/nsaids');
    const own = await site.read('/treatments/back-exercises');
    const crumbs = (page: string) => /<nav class="crumb"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? expect.fail(page.slice(0, 3000));
    for (const guide of ['hip-pain', 'low-back-pain']) {
      expect(shared).toContain(`href="/guides/${guide}"`);
      expect(crumbs(shared)).not.toContain(`/guides/${guide}`);
    }
    expect(crumbs(own)).toContain('/guides/low-back-pain');
    expect(await site.read('/guides/low-back-pain')).not.toContain('/courses/hip-pain');
    const home = await site.read('/');
    for (const guide of ['hip-pain', 'low-back-pain']) {
      expect(home).toContain(`/guides/${guide}`);
      expect((await site.read('/sitemap.xml')).includes(`/courses/${guide}`)).toBe(true);
    }
  });
});
