import canonicalize from 'canonicalize';
import { fieldsOf, type EntryContent } from './entries.ts';
import type { Field, Named } from './field.ts';
import { capital, inWords, rowLabel } from './labels.ts';
import { keyOf, memberOf } from './leaves.ts';
import { wordsOf } from './spoken.ts';

/** One field, or one row of a keyed list, as text to compare and as the exact value behind it. */
export interface Part {
  field: string;
  label: string;
  text: string;
  /** canonical JSON of the value */
  canonical: string | undefined;
  /** the keyed list that it is a row of, with its label */
  list: { field: string; label: string } | null;
}

/** A content cut as a diff shows it: field by field, sections and lessons each for itself. Later rows of a key are numbered. */
export function partsOf(content: EntryContent, named: Named): Map<string, Part> {
  const parts = new Map<string, Part>();
  const add = (wanted: string, part: Omit<Part, 'field'>) => {
    let field = wanted;
    for (let n = 2; parts.has(field); n += 1) field = `${wanted}.${n}`;
    const label = field === wanted ? part.label : `${part.label} ${field.slice(wanted.length + 1)}`;
    parts.set(field, { ...part, field, label: capital(label) });
  };
  for (const [name, field] of Object.entries(fieldsOf(content.type))) {
    const value = memberOf(content, name);
    const label = field.says.label ?? inWords(name);
    const keyed = keyedRows(field, value);
    if (!keyed) add(name, { label, text: wordsOf(field, value, named), canonical: canonicalize(value), list: null });
    for (const { key, row } of keyed?.rows ?? []) {
      add(`${name}.${key}`, {
        label: rowLabel(label, key),
        text: keyed ? wordsOf(keyed.item, row, named, keyed.keyedBy) : '',
        canonical: canonicalize(row),
        list: { field: name, label: capital(label) },
      });
    }
  }
  return parts;
}

function keyedRows(
  field: Field,
  value: unknown,
): { item: Field; keyedBy: string; rows: { key: string; row: unknown }[] } | null {
  if (field.kind !== 'list' || field.keyedBy === null) return null;
  const { item, keyedBy } = field;
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return { item, keyedBy, rows: rows.map((row) => ({ key: keyOf(row, keyedBy), row })) };
}
