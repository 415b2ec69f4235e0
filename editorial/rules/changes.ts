import type { EntryContent } from '../../model/entries/entries.ts';
import { partsOf, type Part } from '../../model/entries/parts.ts';
import { revisionHash } from '../../model/revision.ts';
import { figuresBetween, type FigureChange } from './figures-between.ts';
import { movesBetween, type Move } from './moves.ts';
import { safetyChanges, type SafetyChange } from './safety-changes.ts';
import { tablesBetween, type TableChange } from './tables-between.ts';
import type { Weight } from './weight.ts';
import { weigher } from './weights.ts';
import { wordsBetween, type WordPart } from '../../model/words-between.ts';

/** One field that differs between what readers have and the draft. */
export interface Change {
  /** 1, 2, 3 … in the order of the entry: the list, the marks of a preview and whoever speaks of it mean this one */
  number: number;
  /** path of the part, whatever its position: `summary`, `sections.safety`; of a new order the list's */
  field: string;
  /** the path that rows of one key share, as comments name what they hang on: `sections.safety` */
  place: string;
  label: string;
  weight: Weight;
  /**
   * names exactly this change: the same while neither side of this part has another word, whatever happens to the
   * rest of the entry
   */
  key: string;
  /** word by word, tables included; what words cannot show is named */
  parts: WordPart[];
  /** tables that differ, cell by cell; then `besideTables` has the words without them */
  tables: TableChange[];
  besideTables: WordPart[];
  /** pictures that came or went */
  figures: FigureChange[];
  /** of a new order: what stands in another place */
  moves: Move[];
}

/**
 * What `after` would change for readers who have `before` now (null: nothing yet). Pure. Two contents of
 * different hash always differ here too. `safety`: what of it counts as a safety change, where the asker knows more
 * names of medicines than the rules do.
 */
export function changesBetween(
  before: EntryContent | null,
  after: EntryContent,
  titles: ReadonlyMap<string, string>,
  safety: readonly SafetyChange[] = safetyChanges(after, before),
): Change[] {
  const named = (uid: string) => titles.get(uid) ?? uid;
  const was = before ? partsOf(before, named) : new Map<string, Part>();
  const is = partsOf(after, named);
  const weigh = weigher(before, after, safety);
  const changes = [...new Map([...was, ...is]).values()].flatMap(({ field, label, place }) => {
    const [old, now] = [was.get(field), is.get(field)];
    if (isSame(old, now) || (before === null && (now?.text ?? '') === '')) return [];
    return [
      {
        field,
        place,
        label,
        weight: weigh(place),
        key: keyOf(field, old?.canonical, now?.canonical),
        ...shown(old, now),
      },
    ];
  });
  return [...changes, ...reordered(was, is)].map((change, i) => ({ number: i + 1, ...change }));
}

const keyOf = (...what: (string | undefined)[]): string =>
  revisionHash(what.map((part) => part ?? null)).slice(0, KEY_LENGTH);

/** Of one person, for one entry: that two changes share one is out of the question. */
const KEY_LENGTH = 24;

const isSame = (old: Part | undefined, now: Part | undefined): boolean =>
  (old?.text ?? '') === (now?.text ?? '') && old?.canonical === now?.canonical;

type Shown = Pick<Change, 'parts' | 'tables' | 'besideTables' | 'figures' | 'moves'>;
const NOTHING_ELSE = { tables: [], besideTables: [], figures: [], moves: [] };

function shown(old: Part | undefined, now: Part | undefined): Shown {
  const [before, after] = [old?.text ?? '', now?.text ?? ''];
  const figures = figuresBetween(old?.figures ?? [], now?.figures ?? []);
  if (before === after) return { ...NOTHING_ELSE, figures, parts: wordsBetween('', 'Formatting or order changed.') };
  const tables = tablesBetween(old?.tables ?? [], now?.tables ?? []);
  return {
    ...NOTHING_ELSE,
    figures,
    tables,
    besideTables: tables.length > 0 ? wordsBetween(old?.besideTables() ?? '', now?.besideTables() ?? '') : [],
    parts: wordsBetween(before, after),
  };
}

/** Rows that are in both and stand in another order: no change of what any of them says. */
function reordered(was: Map<string, Part>, is: Map<string, Part>): Omit<Change, 'number'>[] {
  const lists = new Map([...is.values()].flatMap(({ list }) => (list ? [[list.field, list.label] as const] : [])));
  return [...lists].flatMap(([field, label]) => {
    const order = (one: Map<string, Part>, other: Map<string, Part>) =>
      [...one.values()].filter((part) => part.list?.field === field && other.has(part.field)).map((part) => part.field);
    const [old, now] = [order(was, is), order(is, was)];
    if (old.join() === now.join()) return [];
    const nameOf = (row: string) => is.get(row)?.label ?? row;
    const words = (rows: string[]) => rows.map(nameOf).join(', ');
    return [
      {
        field,
        place: field,
        label,
        weight: 'meaning' as const,
        key: keyOf(field, old.join(), now.join()),
        ...NOTHING_ELSE,
        parts: wordsBetween(words(old), words(now)),
        moves: movesBetween(old, now, nameOf),
      },
    ];
  });
}
