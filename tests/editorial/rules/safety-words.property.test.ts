import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safetyWordsBetween } from '../../../editorial/rules/safety-words.ts';

const NUMBERS = ['2', '20', '0.5', '5', 'three', 'ten', 'half', 'double', '6–8', '1/2', '40%', '1,000', '100'];
const DENIALS = ['not', 'never', 'without', 'unless', 'avoid', 'no', "don't", 'cannot', 'except'];
const MEDICINES = [
  'ibuprofen',
  'warfarin',
  'simvastatin',
  'aspirin',
  'heparin',
  'rivaroxaban',
  'amoxicillin',
  'lidocaine',
];
const PLAIN = [
  'the',
  'hip',
  'rest',
  'warm',
  'muscle',
  'walk',
  'and',
  'with',
  'it',
  'soft',
  'bone',
  'your',
  'if',
  'cold',
  'feels',
];

const sentence = fc
  .array(fc.constantFrom(...PLAIN, ...PLAIN, ...NUMBERS, ...DENIALS, ...MEDICINES, 'tablets', 'daily', 'call'), {
    minLength: 3,
    maxLength: 9,
  })
  .map((words) => words.join(' '));
const ends = fc.constantFrom('. ', '! ', '\n', '; ', ': ', '.\n• ');
const text = fc.array(fc.tuple(sentence, ends), { maxLength: 5 }).map((parts) => parts.flat().join(''));
const two = (words: string[]) =>
  fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 2 }).map(([a = '', b = '']) => [a, b] as const);
const surroundings = fc.record({ before: text, start: sentence, end: sentence, after: text });

describe('whatever stands around it', () => {
  it.each([
    ['a number', NUMBERS],
    ['a negation', DENIALS],
    ['a medicine', MEDICINES],
  ])('%s that becomes another one is found', (_what, words) => {
    fc.assert(
      fc.property(surroundings, two(words), ({ before, start, end, after }, [one, other]) => {
        const with_ = (word: string) => `${before}${start} ${word} ${end}. ${after}`;
        expect(safetyWordsBetween(with_(one), with_(other))).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a number', NUMBERS],
    ['a negation', DENIALS],
    ['a medicine', MEDICINES],
  ])('%s that comes or goes is found', (_what, words) => {
    fc.assert(
      fc.property(surroundings, fc.constantFrom(...words), ({ before, start, end, after }, word) => {
        const with_ = `${before}${start} ${word} ${end}. ${after}`;
        const without = `${before}${start} ${end}. ${after}`;
        expect(safetyWordsBetween(with_, without)).not.toEqual([]);
        expect(safetyWordsBetween(without, with_)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('two such words that change places in a sentence are found', () => {
    fc.assert(
      fc.property(
        surroundings,
        two([...NUMBERS, ...MEDICINES]),
        sentence,
        ({ before, start, end, after }, [a, b], middle) => {
          const with_ = (one: string, other: string) => `${before}${start} ${one} ${middle} ${other} ${end}. ${after}`;
          expect(safetyWordsBetween(with_(a, b), with_(b, a))).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('the same text is never found, in capitals neither', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string(), fc.string({ unit: 'grapheme' })), (same) => {
        expect(safetyWordsBetween(same, same)).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(text, (same) => {
        expect(safetyWordsBetween(same, same.toUpperCase())).toEqual([]);
      }),
    );
  });

  it('there and back is the same distance', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(safetyWordsBetween(one, other).length > 0).toBe(safetyWordsBetween(other, one).length > 0);
      }),
    );
  });

  it('a safety word in a sentence with a changed word is never overlooked', () => {
    fc.assert(
      fc.property(
        surroundings,
        fc.constantFrom(...NUMBERS, ...DENIALS, ...MEDICINES),
        ({ before, start, end, after }, word) => {
          const with_ = (thing: string) => `${before}${start} ${word} ${thing} ${end}. ${after}`;
          expect(safetyWordsBetween(with_('kangaroo'), with_('lighthouse'))).not.toEqual([]);
        },
      ),
    );
  });
});
