import { describe, expect, it } from 'vitest';
import { tablesBetween } from '../../../editorial/rules/tables-between.ts';
import type { TableBlock } from '../../../model/prose.ts';

const table = (head: string[], ...rows: string[][]): TableBlock => {
  const cells = (row: string[]) => row.map((text) => [{ kind: 'text' as const, text }]);
  return { kind: 'table', head: cells(head), rows: rows.map(cells), named: true };
};
const HEAD = ['Tablet', 'Dose'];
const said = (parts: { text: string; kind: string }[]) =>
  parts.map(({ text, kind }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}${text}`)).join('');
const rowsOf = (old: TableBlock[], now: TableBlock[]) =>
  tablesBetween(old, now)[0]?.rows.map(({ fate, cells }) => [fate, ...cells.map(said)]);

describe('tables cell by cell', () => {
  it('are left out where they are the same', () => {
    expect(tablesBetween([table(HEAD, ['a', '1'])], [table(HEAD, ['a', '1'])])).toEqual([]);
  });

  it('show which cell of which row is another', () => {
    const old = table(HEAD, ['one', '10 mg'], ['two', '20 mg']);
    const now = table(HEAD, ['one', '10 mg'], ['two', '25 mg']);
    expect(rowsOf([old], [now])).toEqual([
      ['same', 'one', '10 mg'],
      ['changed', 'two', '-20+25 mg'],
    ]);
  });

  it('show a row that came and one that went', () => {
    const old = table(HEAD, ['one', '1'], ['two', '2'], ['three', '3']);
    const now = table(HEAD, ['one', '1'], ['three', '3'], ['four', '4']);
    expect(rowsOf([old], [now])).toEqual([
      ['same', 'one', '1'],
      ['removed', '-two', '-2'],
      ['same', 'three', '3'],
      ['added', '+four', '+4'],
    ]);
  });

  it('pair columns by their names, so that a new one leaves the others alone', () => {
    const old = table(HEAD, ['one', '1']);
    const now = table(['Tablet', 'When', 'Dose'], ['one', 'now', '1']);
    const [change] = tablesBetween([old], [now]);
    expect(change?.head.map(said)).toEqual(['Tablet', '+When', 'Dose']);
    expect(rowsOf([old], [now])).toEqual([['changed', 'one', '+now', '1']]);
  });

  it('show a table that came, one that went, and none for one that only moved on', () => {
    const [one, other] = [table(HEAD, ['one', '1']), table(HEAD, ['other', '2'])];
    expect(rowsOf([one], [other, one])).toEqual([['added', '+other', '+2']]);
    expect(rowsOf([one], [])).toEqual([['removed', '-one', '-1']]);
  });

  it('are gone and new as a whole when they are huge', () => {
    const rows = (stem: string) => Array.from({ length: 3000 }, (_, i) => [`${stem}${i}`, 'x']);
    const found = rowsOf([table(HEAD, ...rows('a'))], [table(HEAD, ...rows('b'))]) ?? [];
    expect(new Set(found.map(([fate]) => fate))).toEqual(new Set(['removed', 'added']));
  });
});
