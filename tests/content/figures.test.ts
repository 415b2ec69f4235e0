import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../model/entries/references.ts';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { figureName } from '../../model/figure-name.ts';
import { drawingProblems } from '../../scripts/figures/drawn-from.ts';
import { librariesIn, readLibrary, type Library } from '../../scripts/seed/read-library.ts';
import { contentOf, filesOf } from '../support/from-files.ts';
import { released } from '../support/releases.ts';
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
  const hash = (file: string) => filesOf(file).renditions[0]!.sha256;
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

  it('stand in the feed item of every entry that declares them, and on its page; the page of a course has none', async () => {
    const site = aSite(rows);
    const items = itemsOf(await walk(feedOver(rows), '/feed.json'));
    expect(shown().length).toBeGreaterThanOrEqual(9);
    for (const { data, file } of shown()) {
      const { alt, caption } = library.figures.find((figure) => figure.file === file)!;
      const address = `/${COLLECTION_OF[data.type]}/${data.slug}`;
      const item = items.find(({ url }) => url.endsWith(address))!;
      const texts: [string, string][] = [[item.content_html, hash(file)]];
      if (data.type !== 'course') texts.push([await site.read(address), figureName(hash(file))]);
      for (const [text, name] of texts) {
        expect(text, `${file} of ${data.slug}`).toContain(`/figures/${name}.webp`);
        expect(text).toContain(caption);
        expect(text).toContain(alt);
      }
    }
  });
});
