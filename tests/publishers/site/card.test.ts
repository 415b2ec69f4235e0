import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cardFontOf } from '../../../runtime/card-font.ts';
import { cardSvg } from '../../../publishers/site/card/card-svg.ts';
import { aCause, aRedFlag, released, withdrawn } from '../../support/releases.ts';
import { aSite, smallLibrary } from './support.ts';

const cardFont = cardFontOf((error) => {
  throw error;
});
const WORDS = {
  title: 'Night pain',
  urgency: 'same-day',
  urgencyWords: 'Get help',
  reviewed: 'Last reviewed 26 November 2026',
} as const;
const pathsIn = (svg: string) => svg.match(/<path /g)?.length ?? 0;

describe('the card of a release', () => {
  test('is a picture of 1200 by 630, named by the page, and asked for again each time', async () => {
    const { ask, read } = aSite(smallLibrary(), { cardFont });
    const [, path = ''] =
      /og:image" content="https:\/\/example\.org([^"]+)"/.exec(await read('/guides/hip-pain')) ?? [];
    expect(path).toBe('/og/4.png');
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    const picture = Buffer.from(await response.arrayBuffer());
    expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(60_000);
    expect((await ask(path, { 'if-none-match': response.headers.get('etag')! })).status).toBe(304);
  });

  test('of what was corrected leads to the new one, of what was withdrawn is gone', async () => {
    const first = released(aCause(), { seq: 1, live: false });
    const second = released(aCause({ summary: 'Other words.' }), { seq: 2, version: '1.1' });
    const { ask, log } = aSite([first, second], { cardFont });
    expect((await ask('/og/2.png')).status).toBe(200);
    const moved = await ask('/og/1.png');
    expect([moved.status, moved.headers.get('location')]).toEqual([302, '/og/2.png']);
    log.rows.push(withdrawn(second, { seq: 3 }));
    for (const path of ['/og/1.png', '/og/2.png']) expect((await ask(path)).status).toBe(410);
  });

  test.each(['/og/3.png', '/og/0.png', '/og/1e3.png', '/og/99999999999999999.png'])('%s is nobody’s', async (path) => {
    expect((await aSite([released(aRedFlag(), { seq: 1 })]).ask(path)).status).toBe(404);
  });

  test('has the colour of the urgency, and none of the letters of a server', async () => {
    const svg = cardSvg(WORDS, await cardFont());
    expect(svg).toContain('#8a4700');
    expect(svg).not.toMatch(/<text|NaN|undefined/);
    expect(pathsIn(svg)).toBe(5);
    expect(cardSvg({ ...WORDS, urgency: null }, await cardFont())).not.toContain('#8a4700');
  });

  test('leaves out what it cannot write, and all words without a typeface', async () => {
    expect(pathsIn(cardSvg({ ...WORDS, title: '股関節の痛み' }, await cardFont()))).toBe(4);
    expect(pathsIn(cardSvg(WORDS, null))).toBe(1);
    expect((await aSite(smallLibrary()).ask('/og/4.png')).status).toBe(200);
  });

  test('cuts a title that is too long, and a word that is', async () => {
    const font = await cardFont();
    for (const title of ['word '.repeat(60), 'w'.repeat(400), ' '])
      expect(cardSvg({ ...WORDS, title }, font)).toBeTruthy();
    expect(pathsIn(cardSvg({ ...WORDS, title: 'word '.repeat(60) }, font))).toBe(8);
  });
});
