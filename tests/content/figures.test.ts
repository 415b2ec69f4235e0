import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../model/entries/references.ts';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { drawingProblems } from '../../scripts/figures/drawn-from.ts';
import { librariesIn, readLibrary, type Library } from '../../scripts/seed/read-library.ts';
import { contentOf, renditionsOf } from '../support/from-files.ts';
import { memoryLog, released } from '../support/releases.ts';
import { gatherLesson } from '../../publishers/email/lesson-material.ts';
import { createMailRenderer } from '../../publishers/email/render-mail.ts';
import { createLibrary } from '../../release-log/library.ts';
import { feedOver, itemsOf, walk } from '../publishers/feed/support.ts';
import { aSite } from '../publishers/site/support.ts';

const LIBRARIES = await librariesIn(path.resolve('content'));

describe.each(LIBRARIES)('the figures of the library in %s', (folder) => {
  let library: Library;
  let rows: ReturnType<typeof released>[];
  beforeAll(async () => {
    ({ library } = await readLibrary(folder));
    rows = library.entries.map((entry, i) => released(contentOf(entry, library), { seq: i + 1 }));
  });
  const hash = (file: string) => renditionsOf(file)[0]!.sha256;
  /** What the files declare, read here without the schema that they are parsed with. */
  const shown = () =>
    library.entries.flatMap(({ data }) =>
      JSON.stringify(data).match(/[a-z-]+\.png/g)?.map((file) => ({ data, file })) ?? [],
    );

  it('are all declared, and each is used by an entry', async () => {
    const own = (await readdir(path.join(folder, 'figures'))).filter((file) => file.endsWith('.png'));
    const listed = library.figures.filter((figure) => figure.folder === folder).map(({ file }) => file);
    expect(listed.toSorted()).toEqual(own.toSorted());
    const files = library.figures.map(({ file }) => file);
    expect([...new Set(shown().map(({ file }) => file))].toSorted()).toEqual(files.toSorted());
    const carried = rows.flatMap(({ snapshot }) => figuresOf(snapshot)).flatMap(({ renditions }) => renditions);
    expect([...new Set(carried.map(({ sha256 }) => sha256))].toSorted()).toEqual(files.map(hash).toSorted());
  });

  it('are the pictures of the drawings beside them', async () => {
    expect(await drawingProblems(path.join(folder, 'figures'))).toEqual([]);
  });

  it('have no label smaller than 11 pixels where the page is 320 wide', async () => {
    const pageWidth = 320 - 2.3 * 16;
    for (const { file, folder: home } of library.figures) {
      const svg = await readFile(path.join(home, 'figures', file.replace('.png', '.svg')), 'utf8');
      const [, width] = /viewBox="0 0 (\d+) \d+"/.exec(svg)!;
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      expect(svg.match(/<text/g)?.length ?? 0, file).toBe(sizes.length);
      for (const size of sizes) expect((size * pageWidth) / Number(width), file).toBeGreaterThanOrEqual(11);
    }
  });

  it('stand on the page and in the feed item of every entry that declares them', async () => {
    const site = aSite(rows);
    const items = itemsOf(await walk(feedOver(rows), '/feed.json'));
    expect(shown().length).toBeGreaterThanOrEqual(9);
    for (const { data, file } of shown()) {
      const { alt, caption } = library.figures.find((figure) => figure.file === file)!;
      const page = await site.read(`/${COLLECTION_OF[data.type]}/${data.slug}`);
      const item = items.find(({ url }) => url.endsWith(`/${COLLECTION_OF[data.type]}/${data.slug}`))!;
      for (const text of [page, item.content_html]) {
        expect(text, `${file} of ${data.slug}`).toContain(`/figures/${hash(file)}.webp`);
        expect(text).toContain(caption);
        expect(text).toContain(alt);
      }
    }
  });

  it('stand in the mail of every lesson that uses an entry with them, and lead to its page', async () => {
    const siteUrl = 'https://imprimatur.example';
    const current = await createLibrary({ log: memoryLog(rows), now: Date.now }).current();
    const renderer = createMailRenderer({ siteUrl, postalAddress: '1 Test Road', demo: false });
    const mails = rows.flatMap(({ snapshot }) =>
      snapshot.type === 'course'
        ? snapshot.lessons.map(({ key, entries }) => ({ course: snapshot.uid, key, entries }))
        : [],
    );
    const seen = { pictures: 0, summaries: 0 };
    for (const { course, key, entries } of mails) {
      const gathered = await gatherLesson(current, course, key, new Date('2026-02-02T09:00:00Z'));
      if (gathered.status !== 'ready') throw new Error(gathered.status);
      const { html } = await renderer.lesson(gathered.material);
      for (const { data, file } of shown()) {
        const path = `${COLLECTION_OF[data.type]}/${data.slug}`;
        if (!entries.includes(path)) continue;
        const { alt, caption } = library.figures.find((figure) => figure.file === file)!;
        const picture = `<a href="${siteUrl}/${path}"[^>]*><img alt="${alt.replaceAll(/[.*+?()[\]]/g, '\\$&')}"[^>]* src="${siteUrl}/figures/${hash(file)}.webp"`;
        // An entry of which a long mail has the summary alone leads to its page, which has the figures.
        const asPicture = html.includes(hash(file));
        if (asPicture) expect(html, `${key}: ${file}`).toMatch(new RegExp(picture));
        expect(html, `${key}: ${file}`).toContain(asPicture ? caption : `<a href="${siteUrl}/${path}"`);
        seen[asPicture ? 'pictures' : 'summaries'] += 1;
      }
    }
    expect(seen.pictures).toBeGreaterThan(seen.summaries);
  });
});
