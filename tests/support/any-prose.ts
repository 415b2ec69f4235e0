/** Running texts of every shape that a release can freeze, for property tests. */
import fc from 'fast-check';
import type { Block, Inline, ListBlock, Prose } from '../../model/prose.ts';

/** Words with the signs in them that Markdown, YAML and a file's own marks are made of. */
const text = fc
  .array(
    fc.oneof(
      { arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), weight: 3 },
      {
        arbitrary: fc.constantFrom('Old words. ', 'Other words', ' ', '  ', '\u00a0', '\t', '\n', '\r\n', '\u2028'),
        weight: 3,
      },
      {
        arbitrary: fc.constantFrom(
          ...['*', '**', '***', '_', '^', '~', '`', '\\', '|', '[', ']', '(', ')', '<br>', '&#32;', '&amp;', '[@a]'],
          ...['#', '## ', '### ', '- ', '-', '+ ', '1. ', '12.', '>', '---', '===', '| --- |', '[a](b)', ':', '\ud800'],
        ),
        weight: 3,
      },
      { arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }), weight: 1 },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));

const run = fc.record(
  {
    kind: fc.constant('text' as const),
    text,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    script: fc.constantFrom('super' as const, 'sub' as const),
  },
  { requiredKeys: ['kind', 'text'] },
);
const slug = fc.constantFrom('a', 'nice-ng226', 'b-2');
const cite = slug.map((source): Inline => ({ kind: 'cite', source }));
const lineBreak = fc.constant<Inline>({ kind: 'break' });
const href = fc.constantFrom(
  'https://example.org/a_(b)?c=*d*&e=|&#32;',
  'mailto:who@example.org',
  '/causes/a',
  'https://example.org/\\)',
);
const link = fc
  .record({ kind: fc.constant('link' as const), href, children: fc.array(fc.oneof(run, lineBreak), { maxLength: 3 }) })
  .map((one): Inline => ({ ...one, children: asOneReads(one.children) }));

const inlines = fc
  .array(fc.oneof({ arbitrary: run, weight: 5 }, cite, lineBreak, link), { minLength: 1, maxLength: 6 })
  .map(asOneReads)
  .filter((line) => line.length > 0);

/** Two runs that look the same are one, and no blank stands before a citation: the editor's text is read so. */
function asOneReads(given: readonly Inline[]): Inline[] {
  const read: Inline[] = [];
  for (const inline of given) {
    const last = read.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && looks(inline) === looks(last)) last.text += inline.text;
    else {
      for (let before = read.at(-1); inline.kind === 'cite' && before?.kind === 'text'; before = read.at(-1)) {
        before.text = before.text.trimEnd();
        if (before.text !== '') break;
        read.pop();
      }
      read.push({ ...inline });
    }
  }
  return read;
}
const looks = ({ text: _, ...look }: Extract<Inline, { kind: 'text' }>) => JSON.stringify(Object.entries(look).sort());

const list = fc.letrec<{ list: ListBlock }>((tie) => ({
  list: fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc.record({ children: inlines, list: fc.oneof({ maxDepth: 2 }, tie('list')) }, { requiredKeys: ['children'] }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
})).list;

/** In a cell nobody can see a blank at an end. */
const cell = fc
  .oneof(inlines, fc.constant<Inline[]>([]))
  .filter((line) => [line.at(0), line.at(-1)].every((end) => end?.kind !== 'text' || end.text === end.text.trim()));
const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean()).chain(([width, hasHead, named]) => {
  const row = fc.array(cell, { minLength: width, maxLength: width });
  return fc.record({
    kind: fc.constant('table' as const),
    head: hasHead ? row : fc.constant<Inline[][]>([]),
    rows: fc.array(row, { minLength: 1, maxLength: 3 }),
    named: fc.constant(named),
  });
});

const block: fc.Arbitrary<Block> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('paragraph' as const), children: inlines }), weight: 4 },
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(3 as const, 4 as const),
    children: inlines,
  }),
  list,
  table,
);

/** A text in the form in which the editor's text is read. */
export const anyProse: fc.Arbitrary<Prose> = fc.array(block, { maxLength: 4 });
