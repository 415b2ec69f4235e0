import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';
import { proseToMarkedText } from '../../model/prose-text.ts';
import type { Inline, TableBlock } from '../../model/prose.ts';
import { wordsBetween, type WordPart } from '../../model/words-between.ts';

type Fate = 'same' | 'changed' | 'added' | 'removed';

/** A table that differs, cell by cell: every row and column of either side once. */
export interface TableChange {
  /** the cells that name the columns; none when neither table has them */
  head: WordPart[][];
  rows: { fate: Fate; cells: WordPart[][] }[];
  /** the first cell of each row names the row */
  named: boolean;
}

type Cells = string[];
/** A row or column of either side: its index there, or null where the side has none. */
type Pair = { old: number | null; now: number | null };

/** Cells beyond which a table is shown as gone and new: each costs a comparison of its own. */
const MOST_CELLS = 5000;
/** Rows that came or went beyond which nothing is paired: the work grows with their square. */
const MOST_EDITS = 400;

/** The tables of two texts that are not the same, held against each other in their order. Pure. */
export function tablesBetween(old: readonly TableBlock[], now: readonly TableBlock[]): TableChange[] {
  const parts = diffArrays([...old], [...now], { comparator: (a, b) => canonicalize(a) === canonicalize(b) });
  return parts.flatMap(({ added, removed, value }, i) => {
    if (!added && !removed) return [];
    // What went stands before what came in its place.
    const other = parts[removed ? i + 1 : i - 1];
    const isPaired = removed ? other?.added === true : other?.removed === true;
    if (added && isPaired) return [];
    const come = added ? value : isPaired ? (other?.value ?? []) : [];
    const gone = removed ? value : [];
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => between(gone[at], come[at]));
  });
}

function between(old: TableBlock | undefined, now: TableBlock | undefined): TableChange {
  const [was, is] = [gridOf(old), gridOf(now)];
  const size = (was.rows.length + is.rows.length + 2) * Math.max(width(was), width(is), 1);
  const isHuge = size > MOST_CELLS;
  const columns = isHuge ? apart(width(was), width(is)) : columnsBetween(was, is);
  const rows = isHuge ? apart(was.rows.length, is.rows.length) : rowsBetween(was.rows, is.rows);
  const cellsOf = (row: Pair): WordPart[][] =>
    columns.map((column) => wordsBetween(at(was.rows, row.old, column.old), at(is.rows, row.now, column.now)));
  const heads = [was.head, is.head];
  const hasHead = heads.some((head) => head.length > 0);
  return {
    head: hasHead ? columns.map((column) => wordsBetween(at(heads, 0, column.old), at(heads, 1, column.now))) : [],
    rows: rows.map((row) => {
      const cells = cellsOf(row);
      return { fate: fateOf(row, cells), cells };
    }),
    named: now?.named ?? old?.named ?? false,
  };
}

interface Grid {
  head: Cells;
  rows: Cells[];
}

const gridOf = (table: TableBlock | undefined): Grid => ({
  head: (table?.head ?? []).map(words),
  rows: (table?.rows ?? []).map((row) => row.map(words)),
});
const words = (cell: Inline[]): string => proseToMarkedText([{ kind: 'paragraph', children: cell }]);
const width = ({ head, rows }: Grid): number => Math.max(head.length, ...rows.map((row) => row.length), 0);
const at = (rows: readonly Cells[], row: number | null, column: number | null): string =>
  row === null || column === null ? '' : (rows[row]?.[column] ?? '');

function fateOf({ old, now }: Pair, cells: WordPart[][]): Fate {
  if (old === null) return 'added';
  if (now === null) return 'removed';
  return cells.every((parts) => parts.every(({ kind }) => kind === 'same')) ? 'same' : 'changed';
}

/** Columns by their names where both tables name them, else by their place. */
const columnsBetween = (was: Grid, is: Grid): Pair[] =>
  was.head.length > 0 && is.head.length > 0 ? pairs(was.head, is.head, (name) => name) : byPlace(width(was), width(is));

/** Rows that are the same first; between them those whose first cell is; then by their place. */
const rowsBetween = (was: readonly Cells[], is: readonly Cells[]): Pair[] =>
  pairs(
    was,
    is,
    (row) => JSON.stringify(row),
    (gone, come) => pairs(gone, come, (row) => row[0] ?? ''),
  );

type Further<Row> = (gone: readonly Row[], come: readonly Row[]) => Pair[];

/** What is the same in both in one order; what is left between is paired by `further`, or by its place. */
function pairs<Row>(
  old: readonly Row[],
  now: readonly Row[],
  key: (row: Row) => string,
  further: Further<Row> = (gone, come) => byPlace(gone.length, come.length),
): Pair[] {
  const found: Pair[] = [];
  let [gone, come]: [number[], number[]] = [[], []];
  const close = () => {
    const inner = further(
      gone.flatMap((i) => old.slice(i, i + 1)),
      come.flatMap((i) => now.slice(i, i + 1)),
    );
    for (const pair of inner)
      found.push({
        old: pair.old === null ? null : (gone[pair.old] ?? null),
        now: pair.now === null ? null : (come[pair.now] ?? null),
      });
    [gone, come] = [[], []];
  };
  const parts = diffArrays(old.map(key), now.map(key), { maxEditLength: MOST_EDITS });
  if (!parts) return apart(old.length, now.length);
  let [i, j] = [0, 0];
  for (const { value, added, removed } of parts) {
    for (const _ of value) {
      if (removed) gone.push(i++);
      else if (added) come.push(j++);
      else {
        close();
        found.push({ old: i++, now: j++ });
      }
    }
  }
  close();
  return found;
}

const byPlace = (old: number, now: number): Pair[] =>
  Array.from({ length: Math.max(old, now) }, (_, i) => ({ old: i < old ? i : null, now: i < now ? i : null }));

const apart = (old: number, now: number): Pair[] => [
  ...Array.from({ length: old }, (_, i) => ({ old: i, now: null })),
  ...Array.from({ length: now }, (_, i) => ({ old: null, now: i })),
];
