import { describe, expect, it } from 'vitest';
import { citationsIn, type Inline, type Prose } from '../../model/prose.ts';
import { proseShape } from '../../model/prose-shape.ts';
import { proseToMarkedText, proseToText, proseToUncitedText } from '../../model/prose-text.ts';
import { revisionHash } from '../../model/revision.ts';

const words = (text: string): Inline[] => [{ kind: 'text', text }];
const cite = (source: string): Inline => ({ kind: 'cite', source });
const FULL: Prose = [
  { kind: 'heading', level: 3, children: words('Above') },
  { kind: 'paragraph', children: [...words('10'), { kind: 'text', text: '3', script: 'super' }, cite('first')] },
  { kind: 'paragraph', children: [...words('H'), { kind: 'text', text: '2', script: 'sub' }, ...words('O')] },
  {
    kind: 'table',
    head: [words('Who'), words('Dose')],
    rows: [
      [words('Adults'), [...words('a'), { kind: 'break' }, ...words('b'), cite('other')]],
      [words('Others'), []],
    ],
    named: true,
  },
];

describe('running text', () => {
  it('in plain words has one line a row, and no citations', () => {
    expect(proseToText(FULL)).toBe('Above\n103\nH2O\nWho | Dose\nAdults | a b\nOthers | ');
  });

  it('with marks tells raised words and citations, and each cell behind the name of its column', () => {
    expect(proseToMarkedText(FULL)).toBe(
      [
        '### Above',
        '10^3^ [@first]',
        'H~2~O',
        '| Who | Dose |',
        '| Adults | Dose: a / b [@other] |',
        '| Others | Dose:  |',
      ].join('\n'),
    );
  });

  it('without citations is the same for whoever cites another source', () => {
    const text = proseToUncitedText([{ kind: 'paragraph', children: [...words('So.'), cite('first')] }]);
    expect(text).toBe('So.');
    expect(citationsIn(FULL).map(({ source }) => source)).toEqual(['first', 'other']);
  });

  it('is read back from a release as it was frozen', () => {
    expect(proseShape.parse(JSON.parse(JSON.stringify(FULL)))).toEqual(FULL);
    for (const other of [
      { kind: 'table', head: [], rows: [] },
      { kind: 'paragraph', children: [{ kind: 'text', text: 'a', script: 'over' }] },
      { kind: 'paragraph', children: [{ kind: 'cite' }] },
    ]) {
      expect(proseShape.safeParse([other]).success).toBe(false);
    }
  });

  it('that has none of them has the hash that it had before there were any', () => {
    const list: Prose = [
      { kind: 'heading', level: 4, children: words('Above') },
      { kind: 'list', ordered: true, items: [{ children: [{ kind: 'text', text: 'a', bold: true }] }] },
    ];
    expect(revisionHash(proseShape.parse(list))).toBe(
      '26ed06c7ee04d138a4379e652393cca70a2fbf0dbecfe2ebf3b25cd25efc819c',
    );
  });
});
