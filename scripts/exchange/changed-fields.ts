import canonicalize from 'canonicalize';
import { fieldsOf } from '../../model/entries/entries.ts';
import type { Field } from '../../model/entries/field.ts';
import { keyOf } from '../../model/entries/leaves.ts';
import type { OwnWords } from './own-words.ts';

type Values = Readonly<Record<string, unknown>>;

/** The fields in which two states of an entry differ; of rows with a key each such row, e.g. `sections.safety`. */
export const changedFields = (before: OwnWords, after: OwnWords): string[] =>
  Object.entries(fieldsOf(after.type)).flatMap(([name, field]) => {
    const [one, other] = [before.values[name], after.values[name]];
    return same(one, other) ? [] : changedRows(field, one, other).map((row) => [name, row].filter(Boolean).join('.'));
  });

/** The members in which two states of a shared document differ. */
export const changedMembers = (before: Values, after: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !same(before[name], after[name]));

const same = (one: unknown, other: unknown): boolean => canonicalize(one ?? null) === canonicalize(other ?? null);

/** Keys of the rows that differ; an empty one for the list as a whole, when only the order does or there are no keys. */
function changedRows(field: Field, before: unknown, after: unknown): string[] {
  if (field.kind !== 'list' || field.keyedBy === null) return [''];
  const byKey = (rows: unknown): Values =>
    Object.fromEntries((Array.isArray(rows) ? rows : []).map((row) => [keyOf(row, field.keyedBy ?? ''), row]));
  const rows = changedMembers(byKey(before), byKey(after));
  return rows.length > 0 ? rows : [''];
}
