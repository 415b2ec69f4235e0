import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsBetween } from '../../model/words-between.ts';

const without = (kind: 'added' | 'removed', parts: ReturnType<typeof wordsBetween>) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('two texts word by word', () => {
  it('have whole words, never letters', () => {
    expect(wordsBetween('Rest for two days.', 'Rest for ten days.')).toEqual([
      { text: 'Rest for ', kind: 'same' },
      { text: 'two', kind: 'removed' },
      { text: 'ten', kind: 'added' },
      { text: ' days.', kind: 'same' },
    ]);
  });

  it('keep the lines that nobody touched', () => {
    const parts = wordsBetween('One line.\nOld words.\nLast line.', 'One line.\nOther words.\nLast line.');
    expect(parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['Old', 'Other']);
  });

  it('are each what they were, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('hip', 'pain ', '\n', ' ', 'is', '.', 'ä'), { maxLength: 40 })
      .map((w) => w.join(''));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const parts = wordsBetween(old, now);
        expect(without('added', parts)).toBe(old);
        expect(without('removed', parts)).toBe(now);
        expect(parts.every(({ kind }, i) => kind !== parts[i - 1]?.kind)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of which nothing is left are two texts: the work has a bound', () => {
    const words = (stem: string) => Array.from({ length: 5000 }, (_, i) => `${stem}${i}`).join(' ');
    expect(wordsBetween(words('old'), words('new')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
