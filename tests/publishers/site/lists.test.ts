import { describe, expect, test } from 'vitest';
import { BODY_MAPS } from '../../../body-maps.ts';
import type { Release } from '../../../model/release-row.ts';
import { aCause, aGuide, aRedFlag, aTreatment, released } from '../../support/releases.ts';
import { aSite, smallLibrary } from './support.ts';

const number = (i: number) => String(i).padStart(4, '0');

/** Many entries of every kind: 250 causes, half of them under another one; 130 signs, the last an emergency. */
function manyRows(): Release[] {
  const rows: Release[] = [];
  const add = (content: Parameters<typeof released>[0]) => rows.push(released(content, { seq: rows.length + 1 }));
  for (let i = 0; i < 250; i += 1) {
    const partOf = i % 2 === 1 ? `0189-cause-${number(i - 1)}` : null;
    add(aCause({ slug: `cause-${number(i)}`, title: `Cause ${number(i)}`, partOf }));
  }
  for (let i = 0; i < 130; i += 1) {
    const urgency = i === 129 ? 'emergency-now' : 'urgent-days';
    add(aRedFlag({ slug: `sign-${number(i)}`, title: `Sign ${number(i)}`, urgency }));
  }
  for (let i = 0; i < 60; i += 1) add(aTreatment({ slug: `treatment-${number(i)}`, title: `Treatment ${number(i)}` }));
  for (let i = 0; i < 40; i += 1) add(aGuide({ slug: `guide-${number(i)}`, title: `Guide ${number(i)}` }));
  return rows;
}

const entryLinks = (html: string) =>
  [
    ...html.slice(html.indexOf('<main')).matchAll(/href="(\/(?:causes|guides|treatments|red-flags|courses)\/[^"]+)"/g),
  ].map(([, path]) => path ?? '');

describe('the way to the pain map on the home page', () => {
  test('shows the drawing, which is fetched on its own, and none where no map is installed', async () => {
    const { read, ask } = aSite(smallLibrary(), { maps: BODY_MAPS });
    const [, path = ''] = /<a class="herocard card" href="\/find">.*?<img src="([^"]+)"/.exec(await read('/')) ?? [];
    const drawing = await ask(path);
    expect(drawing.status).toBe(200);
    expect(await drawing.text()).toContain('<svg');
    expect(await aSite(smallLibrary(), { maps: [] }).read('/')).not.toContain('/maps/');
  });
});

describe('the home page of a large library', () => {
  test('shows a hundred entries at most, and the way to all the others', async () => {
    const html = await aSite(manyRows()).read('/');
    expect(entryLinks(html).length).toBeLessThanOrEqual(100);
    expect(html).toContain('<a href="/?list=causes">Causes: all 250</a>');
    expect(html).toContain('<a href="/?list=red-flags">Signs that need help: all 130</a>');
    expect(html).toContain('<a href="/?list=guides">Guides: all 40</a>');
    expect(html).toContain('<a href="/?list=treatments">Treatments: all 60</a>');
  });

  test('never leaves an emergency to a later page', async () => {
    expect(await aSite(manyRows()).read('/')).toContain('/red-flags/sign-0129');
    expect(await aSite(manyRows()).read('/?list=red-flags')).toContain('/red-flags/sign-0129');
  });

  test('of a small library shows everything and offers no list', async () => {
    const html = await aSite(smallLibrary()).read('/');
    expect(entryLinks(html)).toHaveLength(4);
    expect(html).not.toContain('?list=');
  });
});

describe('a list', () => {
  test('walked by its own links has every entry once, at most a hundred a page', async () => {
    const { read } = aSite(manyRows());
    const seen: string[] = [];
    let path: string | undefined = '/?list=causes';
    for (let pages = 0; path !== undefined; pages += 1) {
      expect(pages).toBeLessThan(4);
      const html: string = await read(path);
      const links = entryLinks(html);
      expect(links.length).toBeLessThanOrEqual(100);
      seen.push(...links);
      path = /<a class="button" rel="next" href="([^"]+)"/.exec(html)?.[1]?.replace('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 250 }, (_, i) => `/causes/cause-${number(i)}`));
  });

  test('names itself as canonical and its neighbours, and links both ways', async () => {
    const html = await aSite(manyRows()).read('/?list=causes&page=2');
    expect(html).toContain('<link rel="canonical" href="https://example.org/?list=causes&amp;page=2"/>');
    expect(html).toContain('<link rel="prev" href="https://example.org/?list=causes"/>');
    expect(html).toContain('<link rel="next" href="https://example.org/?list=causes&amp;page=3"/>');
    expect(html).toContain('<title>Causes, page 2 of 3 – Imprimatur</title>');
    expect(html).toMatch(/<a class="button" rel="prev" href="\/\?list=causes">Previous page<\/a>/);
    const last = await aSite(manyRows()).read('/?list=causes&page=3');
    expect(last).not.toContain('rel="next"');
  });

  test('of one page is the same under every way to write its address', async () => {
    const { read, ask } = aSite(manyRows());
    expect(await read('/?list=guides&page=1')).toBe(await read('/?list=guides'));
    expect(await read('/?utm_source=x&list=guides')).toBe(await read('/?list=guides'));
    expect((await ask('/?page=7')).headers.get('etag')).toBe((await ask('/')).headers.get('etag'));
  });

  test.each([
    '?list=',
    '?list=nothing',
    '?list=causes&page=0',
    '?list=causes&page=4',
    '?list=causes&page=x',
    '?list=courses',
  ])('that is not there (%s) answers 404', async (query) => {
    expect((await aSite(manyRows()).ask(`/${query}`)).status).toBe(404);
  });
});
