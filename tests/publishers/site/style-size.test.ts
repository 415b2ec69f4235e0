/** What styles cost a reader: at most 9 KiB on any kind of page, whatever stands in it. `page-size.test.ts` asks every page of the library. */
import { expect, it } from 'vitest';
import { BODY_MAPS } from '../../../body-maps.ts';
import { ENTRY_TYPES } from '../../../model/entries/types.ts';
import { released } from '../../support/releases.ts';
import { sampleOf } from '../../support/described.ts';
import { aSite, PAGES, smallLibrary, thenWithdrawn } from './support.ts';

const LIMIT = 9_216;
const stylesIn = (html: string) => Buffer.byteLength(/<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '');
/** Every field filled. */
const full = ENTRY_TYPES.filter((type) => type !== 'course').map((type) => sampleOf(type));
const site = aSite([...smallLibrary(), ...full.map((content, i) => released(content, { seq: 5 + i }))], {
  maps: BODY_MAPS,
  demo: true,
});
const OTHERS = ['/?list=causes', '/?list=red-flags', '/a-z', '/search?q=hip', '/find?location=groin', '/no-such-page'];

it.each([...PAGES, ...full.map(({ type, slug }) => `/${type}s/${slug}`), ...OTHERS])('%s', async (path) => {
  const bytes = stylesIn(await site.read(path));
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(LIMIT);
});

it('a withdrawn page', async () => {
  const html = await aSite(thenWithdrawn(smallLibrary(), 5)).read('/guides/hip-pain');
  expect(html).toContain('withdrawn');
  expect(stylesIn(html)).toBeLessThanOrEqual(LIMIT);
});
