import canonicalize from 'canonicalize';
import { fieldsOf, type EntryContent } from './entries.ts';
import type { Block, Prose, TableBlock } from '../prose.ts';
import type { Field, Named } from './field.ts';
import { capital, inWords, rowLabel } from './labels.ts';
import { keyOf, memberOf } from './leaves.ts';
import type { FigureContent } from './shared.ts';
import { wordsOf } from './spoken.ts';

/** One field, or one row of a keyed list, as text to compare and as the exact value behind it. */
export interface Part {
  field: string;
  label: string;
  text: string;
  /** path that later rows of one key share, as `safetyParts` names them: `sections.anatomy` */
  place: string;
  /** canonical JSON of the value */
  canonical: string | undefined;
  /** the pictures that it shows, in their order */
  figures: FigureContent[];
  /** the tables of its running text, in their order */
  tables: TableBlock[];
  /** the text without the tables */
  besideTables: () => string;
  /** the keyed list that it is a row of, with its label */
  list: { field: string; label: string } | null;
}

/** A content cut as a diff shows it: field by field, sections and lessons each for itself. Later rows of a key are numbered. */
export function partsOf(content: EntryContent, named: Named): Map<string, Part> {
  const parts = new Map<string, Part>();
  const add = (wanted: string, part: Omit<Part, 'field' | 'place'>) => {
    let field = wanted;
    for (let n = 2; parts.has(field); n += 1) field = `${wanted}.${n}`;
    const label = field === wanted ? part.label : `${part.label} ${field.slice(wanted.length + 1)}`;
    parts.set(field, { ...part, field, place: wanted, label: capital(label) });
  };
  for (const [name, field] of Object.entries(fieldsOf(content.type))) {
    const value = memberOf(content, name);
    const label = field.says.label ?? inWords(name);
    const keyed = keyedRows(field, value);
    if (!keyed) add(name, { label, list: null, ...asRead(field, value, named) });
    for (const { key, row } of keyed?.rows ?? []) {
      add(`${name}.${key}`, {
        label: rowLabel(label, key),
        list: { field: name, label: capital(label) },
        ...asRead(keyed?.item ?? field, row, named, keyed?.keyedBy),
      });
    }
  }
  return parts;
}

function asRead(
  field: Field,
  value: unknown,
  named: Named,
  keyedBy: string | null = null,
): Pick<Part, 'text' | 'canonical' | 'figures' | 'tables' | 'besideTables'> {
  const tables = valuesBelow(field, value, 'prose').flatMap((prose) => (prose as Prose).filter(isTable));
  return {
    text: wordsOf(field, value, named, keyedBy),
    canonical: canonicalize(value),
    figures: valuesBelow(field, value, 'figure') as FigureContent[],
    tables,
    besideTables: () => wordsOf(field, withoutTables(field, value), named, keyedBy),
  };
}

const isTable = (block: Block): block is TableBlock => block.kind === 'table';

/** What the description says is running text, or a figure, anywhere below a value. */
function valuesBelow(field: Field, value: unknown, wanted: 'prose' | 'figure'): unknown[] {
  switch (field.kind) {
    case 'prose':
      return wanted === 'prose' && Array.isArray(value) ? [value] : [];
    case 'embedded':
      if (field.collection === 'media') return wanted === 'figure' && value ? [value] : [];
      return [];
    case 'group':
      return Object.entries(field.fields).flatMap(([name, inner]) => valuesBelow(inner, memberOf(value, name), wanted));
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((item) => valuesBelow(field.item, item, wanted));
    default:
      return [];
  }
}

function withoutTables(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'prose':
      return Array.isArray(value) ? (value as Prose).filter((block) => !isTable(block)) : value;
    case 'group':
      return Object.fromEntries(
        Object.entries(field.fields).map(([name, inner]) => [name, withoutTables(inner, memberOf(value, name))]),
      );
    case 'list':
      return Array.isArray(value) ? value.map((item: unknown) => withoutTables(field.item, item)) : value;
    default:
      return value;
  }
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
