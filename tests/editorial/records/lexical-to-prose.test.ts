import { describe, expect, it } from 'vitest';
import { lexicalToProse } from '../../../editorial/records/lexical-to-prose.ts';
import { proseToText } from '../../../model/prose-text.ts';

type Node = Record<string, unknown>;
const text = (value: string, format = 0): Node => ({ type: 'text', text: value, format });
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children });
const item = (...children: Node[]): Node => ({ type: 'listitem', children });
const list = (listType: string, ...children: Node[]): Node => ({ type: 'list', listType, children });
const link = (url: unknown, ...children: Node[]): Node => ({ type: 'link', fields: { url }, children });
const read = (...children: Node[]) => lexicalToProse({ root: { type: 'root', children } });

describe('rich text becomes prose', () => {
  it('is empty for nothing at all', () => {
    for (const value of [
      null,
      undefined,
      '',
      7,
      {},
      { root: null },
      { root: { children: 'x' } },
      { root: { children: [] } },
    ]) {
      expect(lexicalToProse(value)).toEqual({ prose: [], unsupported: [] });
    }
  });

  it('merges text that the editor split, and only where it looks the same', () => {
    expect(
      read(paragraph(text('The '), text('hip'), text(' hurts', 1), text('.', 1), text(' A bit', 2), text('.', 3)))
        .prose,
    ).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'The hip' },
          { kind: 'text', text: ' hurts.', bold: true },
          { kind: 'text', text: ' A bit', italic: true },
          { kind: 'text', text: '.', bold: true, italic: true },
        ],
      },
    ]);
  });

  it('leaves empty paragraphs and empty text out', () => {
    expect(read(paragraph(), paragraph(text('')), paragraph(text('a'))).prose).toHaveLength(1);
  });

  it('keeps headings, line breaks and tabs', () => {
    const { prose, unsupported } = read(
      { type: 'heading', tag: 'h3', children: [text('A')] },
      { type: 'heading', tag: 'h4', children: [text('B')] },
      paragraph(text('a'), { type: 'linebreak' }, text('b'), { type: 'tab' }, text('c')),
    );
    expect(unsupported).toEqual([]);
    expect(prose).toMatchObject([
      { kind: 'heading', level: 3 },
      { kind: 'heading', level: 4 },
      { kind: 'paragraph', children: [{ text: 'a' }, { kind: 'break' }, { text: 'b c' }] },
    ]);
  });

  it('names headings that a page has no place for', () => {
    expect(read({ type: 'heading', tag: 'h1', children: [text('A')] }).unsupported).toEqual(['heading h1']);
  });

  it('puts a nested list into the item before it, however deep', () => {
    const nested = list(
      'bullet',
      item(text('a')),
      item(list('number', item(text('b')), item(list('bullet', item(text('c')))))),
      item(text('d')),
    );
    expect(read(nested).prose).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            children: [{ kind: 'text', text: 'a' }],
            list: {
              kind: 'list',
              ordered: true,
              items: [
                {
                  children: [{ kind: 'text', text: 'b' }],
                  list: { kind: 'list', ordered: false, items: [{ children: [{ kind: 'text', text: 'c' }] }] },
                },
              ],
            },
          },
          { children: [{ kind: 'text', text: 'd' }] },
        ],
      },
    ]);
  });

  it('never loses a word of lists nested side by side', () => {
    const sideBySide = list(
      'bullet',
      item(text('a')),
      item(list('bullet', item(text('b')))),
      item(list('bullet', item(text('c')))),
    );
    expect(proseToText(read(sideBySide).prose)).toBe('a\nb\nc');
    const mixed = list(
      'bullet',
      item(text('a')),
      item(list('bullet', item(text('b')))),
      item(list('number', item(text('c')))),
    );
    expect(proseToText(read(mixed).prose)).toBe('a\nb\nc');
    const orphan = list('bullet', item(list('bullet', item(text('a')))), item(text('b')));
    expect(proseToText(read(orphan).prose)).toBe('a\nb');
  });

  it('names lists that would read differently', () => {
    expect(read(list('check', item(text('a')))).unsupported).toEqual(['list of kind check']);
    expect(read({ ...list('number', item(text('a'))), start: 3 }).unsupported).toEqual(['list that starts at 3']);
    expect(read({ ...list('number', item(text('a'))), start: 1 }).unsupported).toEqual([]);
    expect(read(list('bullet', paragraph(text('a')))).unsupported).toEqual(['paragraph']);
  });

  it('keeps web, mail, telephone and own links', () => {
    for (const url of ['https://nhs.uk/x', 'mailto:a@b.c', 'tel:112', '/guides/hip-pain']) {
      const { prose, unsupported } = read(paragraph(link(url, text('here', 1))));
      expect(unsupported).toEqual([]);
      expect(prose).toEqual([
        {
          kind: 'paragraph',
          children: [{ kind: 'link', href: url, children: [{ kind: 'text', text: 'here', bold: true }] }],
        },
      ]);
    }
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'file:///etc',
    'http://a.b',
    '/\t/evil.example',
    '',
    undefined,
    { toString: 'x' },
  ])('refuses a link to %j but keeps its words', (url) => {
    const { prose, unsupported } = read(paragraph(link(url, text('here'))));
    expect(unsupported).toHaveLength(1);
    expect(prose).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: 'here' }] }]);
  });

  it('names every node and format that prose cannot carry', () => {
    const { unsupported } = read(
      { type: 'upload', value: 1 },
      { type: 'quote', children: [text('x')] },
      paragraph({ type: 'inlineBlock' }, text('struck', 4), text('under', 8), text('code', 16)),
      {},
    );
    expect(unsupported).toEqual([
      'upload',
      'quote',
      'inlineBlock',
      ...Array<string>(3).fill('text format other than bold, italic, raised and lowered'),
      'without a name',
    ]);
  });
});
