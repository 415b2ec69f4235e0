/**
 * What a page costs a reader before its pictures, for every page of the libraries of this repository, as served: at most
 * 9 KiB of styles, and compressed 20 KiB for a guide, 12 for anything else, also with the numbers of a reader's choice.
 */
import { expect, it } from 'vitest';
import { BODY_MAPS } from '../../../body-maps.ts';
import { demoLibrary } from '../../support/demo-library.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { aSite, decoded } from './support.ts';

const STYLES = 9_216;
/** A later date or a longer version may cost some bytes, and break no limit. */
const ROOM = 64;
const limitOf = (path: string) => (path.startsWith('/guides/') ? 20_480 : 12_288) - ROOM;

const rows = await demoLibrary();
const site = aSite(rows, { maps: BODY_MAPS, demo: true });
const entries = rows.filter(({ type }) => type !== 'course').map(({ type, slug }) => `/${type}s/${slug}`);
const others = PAGE_KINDS.map(([path]) => path).filter((path) => !/^\/\w+s\/[a-z-]+$/.test(path));

it.each([...entries, ...entries.map((path) => `${path}?numbers=us`), ...others])('%s', async (path) => {
  const answer = await site.ask(path, { 'accept-encoding': 'br' });
  expect(answer.headers.get('content-encoding')).toBe('br');
  const bytes = Number(answer.headers.get('content-length'));
  const styles = Buffer.byteLength(/<style>(.*?)<\/style>/s.exec(await decoded(answer))?.[1] ?? '');
  expect(styles).toBeGreaterThan(1000);
  expect({ path, styles: Math.max(styles, STYLES), bytes: Math.max(bytes, limitOf(path)) }).toEqual({
    path,
    styles: STYLES,
    bytes: limitOf(path),
  });
});
