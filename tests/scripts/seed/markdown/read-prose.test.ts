import { describe, expect, it } from 'vitest';
import { readProse } from '../../../../scripts/seed/markdown/read-prose.ts';
import { writeProse } from '../../../../scripts/seed/markdown/write-prose.ts';

const words = (text: string) => [{ kind: 'text', text }];
const problemsOf = (markdown: string) => readProse(markdown).problems;

describe('a content file writes', () => {
  it('headings, marks, links and lists in lists', () => {
    const markdown = [
      '### Who gets it',
      '',
      'Mostly **older** people, *not only* them. See [NHS](https://www.nhs.uk/hip).',
      '',
      '- one',
      '- two',
      '    - inner',
      '        - innermost',
      '- three',
      '',
      '1. first',
      '2. second',
      '',
      '#### Then',
      '',
      'The end.',
    ].join('\n');
    const { prose, problems } = readProse(markdown);
    expect(problems).toEqual([]);
    expect(prose).toEqual([
      { kind: 'heading', level: 3, children: words('Who gets it') },
      {
        kind: 'paragraph',
        children: [
          ...words('Mostly '),
          { kind: 'text', text: 'older', bold: true },
          ...words(' people, '),
          { kind: 'text', text: 'not only', italic: true },
          ...words(' them. See '),
          { kind: 'link', href: 'https://www.nhs.uk/hip', children: words('NHS') },
          ...words('.'),
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          { children: words('one') },
          {
            children: words('two'),
            list: {
              kind: 'list',
              ordered: false,
              items: [
                {
                  children: words('inner'),
                  list: { kind: 'list', ordered: false, items: [{ children: words('innermost') }] },
                },
              ],
            },
          },
          { children: words('three') },
        ],
      },
      { kind: 'list', ordered: true, items: [{ children: words('first') }, { children: words('second') }] },
      { kind: 'heading', level: 4, children: words('Then') },
      { kind: 'paragraph', children: words('The end.') },
    ]);
    expect(writeProse(prose)).toBe(markdown);
  });

  it('tables, raised and lowered words and citations', () => {
    const markdown = [
      'Blood has 10^3^ of H~2~O [@short-name]. A * alone stays.',
      '',
      '| Who | **Dose** |',
      '| --- | --- |',
      '| Adults | 10^2^ [@short-name] |',
      '| Others | [NHS](https://www.nhs.uk/hip) |',
    ].join('\n');
    const mark = { kind: 'cite', source: 'short-name' };
    const link = { kind: 'link', href: 'https://www.nhs.uk/hip', children: words('NHS') };
    const { prose, problems } = readProse(markdown);
    expect(problems).toEqual([]);
    expect(prose).toEqual([
      {
        kind: 'paragraph',
        children: [
          ...words('Blood has 10'),
          { kind: 'text', text: '3', script: 'super' },
          ...words(' of H'),
          { kind: 'text', text: '2', script: 'sub' },
          ...words('O'),
          mark,
          ...words('. A * alone stays.'),
        ],
      },
      {
        kind: 'table',
        head: [words('Who'), [{ kind: 'text', text: 'Dose', bold: true }]],
        rows: [
          [words('Adults'), [...words('10'), { kind: 'text', text: '2', script: 'super' }, mark]],
          [words('Others'), [link]],
        ],
        named: false,
      },
    ]);
  });

  it('a table without names, and one whose rows have names', () => {
    expect(readProse('| --- | --- |\n| a | b |').prose).toMatchObject([{ head: [], named: false }]);
    expect(readProse('| n | m |\n| === | --- |\n| a | b |').prose).toMatchObject([
      { head: [words('n'), words('m')], rows: [[words('a'), words('b')]], named: true },
    ]);
    expect(readProse('| a | b |').prose).toMatchObject([{ head: [], rows: [[words('a'), words('b')]] }]);
  });

  it('one line over several, which stay one', () => {
    expect(readProse('Old\nwords.\n\n- Other\n  words.').prose).toEqual([
      { kind: 'paragraph', children: words('Old words.') },
      { kind: 'list', ordered: false, items: [{ children: words('Other words.') }] },
    ]);
  });

  it('a sign that is no mark behind a stroke, and a new line as <br>', () => {
    const { prose } = readProse(String.raw`Old \*words\*<br>\[@other] ~alone.`);
    expect(prose).toEqual([
      { kind: 'paragraph', children: [...words('Old *words*'), { kind: 'break' }, ...words('[@other] ~alone.')] },
    ]);
  });
});

describe('a sign that stands close to no word', () => {
  it.each([
    'Old ~5 words, other ~10 words.',
    'Old words* other, plain words* other',
    'Old * words * other',
    'Old 😀 words',
  ])('is what it is: %j', (line) => {
    expect(readProse(line)).toMatchObject({ prose: [{ kind: 'paragraph', children: words(line) }], problems: [] });
  });

  it('is read by its number, however large', () => {
    expect(readProse('Old &#128512; words').prose).toEqual([{ kind: 'paragraph', children: words('Old 😀 words') }]);
  });
});

describe('it is told of', () => {
  it.each([
    ['# Old words', 'a heading inside a section begins with ### or ####, not #'],
    ['3. Old words', 'a list begins at 1, not at 3'],
    ['- Old words\n    - other\n    1. other', 'a list inside an item is of one kind'],
    ['[Old words [@a]](https://example.org)', 'a citation cannot stand inside a link'],
  ])('%j', (markdown, problem) => {
    expect(problemsOf(markdown)).toEqual([problem]);
  });
});
