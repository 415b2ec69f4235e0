/** What a page costs a reader before its pictures, for every page of the libraries of this repository: at most 9 KiB of styles. */
import { expect, it } from 'vitest';
import { BODY_MAPS } from '../../../body-maps.ts';
import { demoLibrary } from '../../support/demo-library.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { aSite } from './support.ts';

const STYLES = 9_216;

const rows = await demoLibrary();
const site = aSite(rows, { maps: BODY_MAPS, demo: true });
const entries = rows.filter(({ type }) => type !== 'course').map(({ type, slug }) => `/${type}s/${slug}`);
const others = PAGE_KINDS.map(([path]) => path).filter((path) => !/^\/\w+s\/[a-z-]+$/.test(path));

it.each([...entries, ...others])('%s', async (path) => {
  const styles = Buffer.byteLength(/<style>(.*?)<\/style>/s.exec(await site.read(path))?.[1] ?? '');
  expect(styles).toBeGreaterThan(1000);
  expect(styles).toBeLessThanOrEqual(STYLES);
});
