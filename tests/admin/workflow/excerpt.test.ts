import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, isCut } from '../../../admin/workflow/excerpt.ts';

const same = (text: string) => ({ text, kind: 'same' as const });
const added = (text: string) => ({ text, kind: 'added' as const });
const LONG = 'word '.repeat(100);

describe('an excerpt of a change', () => {
  it('keeps a short text whole', () => {
    const parts = [same('Rest the '), added('sore '), same('hip.')];
    expect(excerpt(parts)).toEqual(parts);
    expect(isCut(excerpt(parts))).toBe(false);
  });

  it('cuts what stays the same, in the middle, at both ends and at whole words', () => {
    const pieces = excerpt([same(LONG), added('new '), same(LONG), added('newer '), same(LONG)], 12);
    expect(pieces.map(({ kind }) => kind)).toEqual([
      'gap',
      'same',
      'added',
      'same',
      'gap',
      'same',
      'added',
      'same',
      'gap',
    ]);
    expect(pieces[3]?.text).toBe('word word ');
    expect(pieces[5]?.text.trim()).toBe('word word');
    expect(isCut(pieces)).toBe(true);
  });

  it('never loses or changes a word that was added or removed', () => {
    const part = fc.record({ text: fc.lorem({ maxCount: 60 }), kind: fc.constantFrom('same', 'added', 'removed') });
    fc.assert(
      fc.property(fc.array(part as fc.Arbitrary<ReturnType<typeof same> | ReturnType<typeof added>>), (parts) => {
        const changed = (list: { kind: string; text: string }[]) =>
          list.filter(({ kind }) => kind === 'added' || kind === 'removed');
        expect(changed(excerpt(parts, 20))).toEqual(changed(parts));
      }),
    );
  });
});
