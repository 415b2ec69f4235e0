import { describe, expect, it } from 'vitest';
import { controlIn } from '../../model/control-characters.ts';

describe('a character that steers what reads a text', () => {
  it.each([
    ['a\u0007b', 'U+0007'],
    ['a\u0000', 'U+0000'],
    ['\u009b31m', 'U+009B'],
    ['a\u2028b', 'U+2028'],
    ['take \u202e02 tablets', 'U+202E'],
    ['\u2066hidden', 'U+2066'],
  ])('is found in %j', (text, name) => {
    expect(controlIn(text, { lines: true })).toBe(name);
  });

  it('is the end of a line where there is one line only', () => {
    expect(controlIn('a\nb\tc\r\n', { lines: true })).toBeNull();
    expect(controlIn('a\nb', { lines: false })).toBe('U+000A');
    expect(controlIn('a\tb', { lines: false })).toBe('U+0009');
  });

  it('is none of the letters and signs that people write with', () => {
    expect(controlIn('Zoë’s “hip” — 5 µg, ½, العربية, 髖, 👩‍⚕️, soft\u00ADhyphen', { lines: false })).toBeNull();
  });
});
