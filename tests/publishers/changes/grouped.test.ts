import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsBetween, type WordPart } from '../../../model/words-between.ts';
import { grouped } from '../../../publishers/changes/grouped.ts';

const without = (parts: WordPart[], kind: string) =>
  parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');

test('words that changed one after another stand together', () => {
  expect(grouped(wordsBetween('longer than an hour may', 'longer than 30 minutes may'))).toEqual([
    { kind: 'same', text: 'longer than ' },
    { kind: 'removed', text: 'an hour' },
    { kind: 'added', text: '30 minutes' },
    { kind: 'same', text: ' may' },
  ]);
});

test('both texts are still whole', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '  ', '\n', 'word', '.'), { maxLength: 30 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (old, now) => {
      const parts = grouped(wordsBetween(old, now));
      expect([without(parts, 'added'), without(parts, 'removed')]).toEqual([old, now]);
    }),
  );
});
