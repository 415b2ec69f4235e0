import { describe, expect, it } from 'vitest';
import { addressOf, numbered } from '../../model/address-of.ts';
import { SLUG } from '../../model/entries/describe/text.ts';

describe('the web address that a title suggests', () => {
  it.each([
    ['Sore hip', 'sore-hip'],
    ['  Sjögren’s  syndrome (early) ', 'sjogrens-syndrome-early'],
    ['Straße & Ærø: 50 %', 'strasse-aero-50'],
    ['膝の痛み', ''],
    ['—', ''],
  ])('of “%s” is “%s”', (title, address) => {
    expect(addressOf(title)).toBe(address);
  });

  it('keeps whole words, and is short and valid whatever the title', () => {
    const long = addressOf('word '.repeat(40));
    expect(long.length).toBeLessThanOrEqual(60);
    expect(long.endsWith('word')).toBe(true);
    expect(addressOf('x'.repeat(200))).toHaveLength(60);
    for (const title of ['a--b', 'A/B\\C', '../../etc', 'ﬁne ½']) expect(addressOf(title)).toMatch(SLUG);
  });

  it('is numbered from 2 where it is taken', () => {
    expect(numbered('sore-hip').slice(0, 3)).toEqual(['sore-hip', 'sore-hip-2', 'sore-hip-3']);
  });
});
