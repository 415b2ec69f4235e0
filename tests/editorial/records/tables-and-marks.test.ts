/** What the editor stores for tables, raised words and citations. */
import { describe, expect, it } from 'vitest';
import { citedIds } from '../../../editorial/records/lexical-nodes.ts';
import { lexicalToProse } from '../../../editorial/records/lexical-to-prose.ts';

type Node = Record<string, unknown>;
const text = (value: string, format = 0): Node => ({ type: 'text', text: value, format });
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children });
const cell = (headerState: number, ...children: Node[]): Node => ({ type: 'tablecell', headerState, children });
const row = (...children: Node[]): Node => ({ type: 'tablerow', children });
const table = (...children: Node[]): Node => ({ type: 'table', children });
const cite = (source: unknown): Node => ({ type: 'inlineBlock', fields: { id: 'x', blockType: 'citation', source } });
const names = (id: number | string) => (id === 7 || id === 'seven' ? 'short-name' : null);
const stored = (...children: Node[]) => ({ root: { type: 'root', children } });
const read = (...children: Node[]) => lexicalToProse(stored(...children), names);
const words = (value: string) => [{ kind: 'text', text: value }];
const plain = (state: number, value: string) => cell(state, paragraph(text(value)));

describe('a table becomes prose', () => {
  it('with the names of its columns and rows', () => {
    const { prose, unsupported } = read(
      table(row(plain(3, 'Who'), plain(1, 'Dose')), row(plain(2, 'Adults'), plain(0, 'a')), row(plain(2, 'Others'))),
    );
    expect(unsupported).toEqual([]);
    const rows = [
      [words('Adults'), words('a')],
      [words('Others'), []],
    ];
    expect(prose).toEqual([{ kind: 'table', head: [words('Who'), words('Dose')], rows, named: true }]);
  });

  it('without names, and with paragraphs in a cell on lines of their own', () => {
    const { prose, unsupported } = read(table(row(cell(0, paragraph(text('a')), paragraph(), paragraph(text('b'))))));
    expect(unsupported).toEqual([]);
    expect(prose).toEqual([
      { kind: 'table', head: [], rows: [[[...words('a'), { kind: 'break' }, ...words('b')]]], named: false },
    ]);
  });

  it.each<[string, Node]>([
    ['merged cells of a table', table(row({ ...plain(0, 'a'), colSpan: 2 }))],
    ['merged cells of a table', table(row({ ...plain(0, 'a'), rowSpan: 2 }))],
    ['names in a table outside its first row and column', table(row(plain(0, 'a')), row(plain(1, 'b')))],
    ['names in a table outside its first row and column', table(row(plain(2, 'a')), row(plain(0, 'b')))],
    ['list in a table', table(row(cell(0, { type: 'list', children: [{ type: 'listitem', children: [text('a')] }] })))],
    ['table in a table', table(row(cell(0, table(row(plain(0, 'a'))))))],
  ])('and names %s', (what, node) => {
    expect(read(node).unsupported).toContain(what);
  });
});

describe('marks become prose', () => {
  it('raised and lowered words, apart from the words around them', () => {
    expect(read(paragraph(text('10'), text('3', 64), text('3', 64), text('H'), text('2', 32 + 1))).prose).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: '10' },
          { kind: 'text', text: '33', script: 'super' },
          { kind: 'text', text: 'H' },
          { kind: 'text', text: '2', bold: true, script: 'sub' },
        ],
      },
    ]);
    expect(read(paragraph(text('a', 96))).unsupported).toEqual(['text both raised and lowered']);
  });

  it('citations by the short name of their source, without the blank before them', () => {
    const { prose, unsupported } = read(paragraph(text('So it is. '), cite(7), cite({ id: 'seven' }), text(' And')));
    expect(unsupported).toEqual([]);
    const mark = { kind: 'cite', source: 'short-name' };
    expect(prose).toEqual([{ kind: 'paragraph', children: [...words('So it is.'), mark, mark, ...words(' And')] }]);
  });

  it('names a citation of nothing, of a source that is gone, and inside a link', () => {
    expect(read(paragraph(cite(null), cite(8))).unsupported).toEqual(Array(2).fill('citation of no source'));
    const link = { type: 'link', fields: { url: 'https://a.example' }, children: [text('a'), cite(7)] };
    expect(read(paragraph(link)).unsupported).toEqual(['citation inside a link']);
    expect(read(paragraph({ type: 'inlineBlock', fields: { blockType: 'other' } })).unsupported).toEqual([
      'inlineBlock',
    ]);
  });

  it('tells which sources a stored text cites, wherever', () => {
    const inTable = table(row(cell(0, paragraph(cite(7)))));
    const inList = { type: 'list', children: [{ type: 'listitem', children: [cite({ id: 'seven' })] }] };
    expect(citedIds(stored(inTable, inList, paragraph(cite(null))))).toEqual([7, 'seven']);
  });
});
