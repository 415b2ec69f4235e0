import { diffWordsWithSpace } from 'diff';
import type { EntryContent } from '../../model/entries/entries.ts';
import { partsOf, type Part } from '../../model/entries/parts.ts';

/** One field that differs between what readers have and the draft, word by word. */
export interface Change {
  field: string;
  label: string;
  parts: { text: string; kind: 'same' | 'added' | 'removed' }[];
}

/**
 * What `after` would change for readers who have `before` now (null: nothing yet). Pure. Two contents of
 * different hash always differ here too: a change that words cannot show is named instead.
 */
export function changesBetween(
  before: EntryContent | null,
  after: EntryContent,
  titles: ReadonlyMap<string, string>,
): Change[] {
  const named = (uid: string) => titles.get(uid) ?? uid;
  const was = before ? partsOf(before, named) : new Map<string, Part>();
  const is = partsOf(after, named);
  const changes = [...new Map([...was, ...is]).values()].flatMap(({ field, label }) => {
    const old = was.get(field);
    const now = is.get(field);
    if ((old?.text ?? '') !== (now?.text ?? '')) return [change({ field, label }, old?.text ?? '', now?.text ?? '')];
    if (before === null || old?.canonical === now?.canonical) return [];
    return [change({ field, label }, '', 'Formatting or order changed.')];
  });
  return before ? [...changes, ...reordered(was, is)] : changes;
}

function change({ field, label }: { field: string; label: string }, old: string, now: string): Change {
  const parts = diffWordsWithSpace(old, now).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
  }));
  return { field, label, parts };
}

/** Rows that are in both and stand in another order. */
function reordered(was: Map<string, Part>, is: Map<string, Part>): Change[] {
  const lists = new Map([...is.values()].flatMap(({ list }) => (list ? [[list.field, list.label] as const] : [])));
  return [...lists].flatMap(([field, label]) => {
    const order = (one: Map<string, Part>, other: Map<string, Part>) =>
      [...one.values()]
        .filter((part) => part.list?.field === field && other.has(part.field))
        .map((part) => part.label)
        .join(', ');
    const old = order(was, is);
    const now = order(is, was);
    return old === now ? [] : [change({ field, label }, old, now)];
  });
}
