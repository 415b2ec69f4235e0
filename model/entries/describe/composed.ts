/** Words that describe fields which hold other fields, and one that adds to what a field says. */
import { z } from 'zod';
import type {
  EmbeddedField,
  Field,
  Fields,
  GroupField,
  ListField,
  Required,
  RowSayings,
  Sayings,
  ValueOf,
  ValuesOf,
  WrittenBy,
  WrittenOf,
} from '../field.ts';
import type { SharedCollection } from '../types.ts';
import { SLUG } from './text.ts';

/** A field that says something more of itself. */
export const saying = <Described extends Field>(field: Described, says: Sayings): Described => ({
  ...field,
  says: { ...field.says, ...says },
});

/** Fields that belong together, under one name. */
export function group<const Inner extends Fields>(fields: Inner, says: Sayings = {}): GroupField<Inner> {
  return {
    kind: 'group',
    says,
    fields,
    shape: shapesOf(fields),
    valid: validOf(fields),
    file: writtenOf(fields),
  };
}

/** A figure's file: its short name and what it is. */
export const FIGURE_FILE = /^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|webp|avif)$/;

/** A document that entries share. A content file names it: figures by file name, all others by slug. */
export function embedded<const Inner extends Fields>(
  collection: SharedCollection,
  fields: Inner,
  says: Sayings = {},
): EmbeddedField<Inner> {
  const name = collection === 'media' ? FIGURE_FILE : SLUG;
  return {
    kind: 'embedded',
    says,
    collection,
    fields,
    shape: shapesOf(fields),
    valid: validOf(fields),
    file: z.string().regex(name),
  };
}

interface ListSayings extends Sayings {
  required?: Required;
  rowsOf?: string;
  keyedBy?: string;
  rows?: Readonly<Record<string, RowSayings>>;
  headings?: boolean;
}

/** Any number of the same, in their order. */
export function list<Item extends Field>(
  item: Item,
  { required = false, rowsOf, keyedBy, rows, headings, ...says }: ListSayings = {},
): ListField<Item> {
  return {
    kind: 'list',
    says,
    item,
    required,
    rowsOf: rowsOf ?? null,
    keyedBy: keyedBy ?? null,
    rows: rows ?? null,
    headings: headings ?? false,
    shape: itemsOf<NonNullable<ValueOf<Item>>>(item.shape),
    valid: itemsOf(item.valid, required ? 1 : 0),
    file: itemsOf<NonNullable<WrittenBy<Item>>>(item.file).default([]),
  };
}

/** One schema of every field, under the fields' names. */
export const each = (fields: Fields, part: 'shape' | 'valid' | 'file'): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field[part]]));

/** What stands in a list is there: null is no item. */
const itemsOf = <Value>(item: z.ZodType, atLeast = 0) =>
  z.array(item.refine((value): boolean => value !== null, 'an item without a value')).min(atLeast) as z.ZodType<
    Value[]
  >;

// The one place where names meet types: `each` made these schemas of the same fields that the types are read from.
const shapesOf = <Inner extends Fields>(fields: Inner) =>
  z.strictObject(each(fields, 'shape')) as z.ZodType<ValuesOf<Inner>>;
/** A content file leaves out a group in which nothing has to be said. */
const writtenOf = <Inner extends Fields>(fields: Inner) =>
  z.strictObject(each(fields, 'file')).prefault({}) as z.ZodType<WrittenOf<Inner>>;
const validOf = (fields: Fields): z.ZodType => z.object(each(fields, 'valid'));
