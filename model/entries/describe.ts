/**
 * The words in which an entry is described. Each makes one field: the shape that drafts and snapshots have, what
 * may be released of it, and how a content file writes it. What a field does not say is taken strictly: running
 * text, and every change of it a safety change.
 */
import { z } from 'zod';
import { proseToMarkedText, proseToText } from '../prose.ts';
import { proseShape } from '../prose-shape.ts';
import type {
  ChoiceField,
  DayField,
  EmbeddedField,
  Field,
  Fields,
  FilesField,
  FlagField,
  GroupField,
  ListField,
  NumberField,
  ProseField,
  ReferenceField,
  RowSayings,
  Sayings,
  TextField,
  ValueOf,
  ValuesOf,
  WrittenBy,
  WrittenOf,
} from './field.ts';
import { COLLECTION_OF, type EntryCollection, type EntryType } from './types.ts';

/** Characters that a field has room for when it says nothing else. */
const SHORT = 400;
const LONG = 3000;
/** Lower-case words joined by single hyphens: web addresses and keys. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const noText = () => '';

interface TextSayings extends Sayings {
  max?: number;
  long?: boolean;
  required?: boolean;
  pattern?: RegExp;
  /** what stands before the value in a diff, e.g. `DOI` */
  after?: string;
}

/** Text without marks; empty when nothing was written. `otherwise` is what an empty field stands for. */
export function text({ otherwise = '', ...says }: TextSayings & { otherwise?: string } = {}): TextField<string> {
  const { max, long, pattern, required, words } = textParts(says);
  const written = pattern ? z.string().trim().max(max).regex(pattern) : z.string().trim().max(max);
  return {
    kind: 'text',
    says,
    max,
    long,
    pattern,
    required,
    empty: otherwise,
    words,
    plain: (value) => value,
    shape: z.string(),
    valid: required ? written.min(1) : written.or(z.literal('')),
    file: required ? written.min(1) : written.default(otherwise),
  };
}

/** Text that is either there or not: null when nothing was written. */
export function maybeText(says: Omit<TextSayings, 'required'> = {}): TextField {
  const { max, long, pattern, words } = textParts(says);
  const written = pattern ? z.string().trim().max(max).regex(pattern) : z.string().trim().max(max);
  return {
    kind: 'text',
    says,
    max,
    long,
    pattern,
    required: false,
    empty: null,
    words,
    plain: (value) => value ?? '',
    shape: z.string().nullable(),
    valid: written.nullable(),
    file: written.nullable().default(null),
  };
}

function textParts({ long = false, max = long ? LONG : SHORT, pattern, required = false, after }: TextSayings) {
  const words = (value: string | null) => (value && after ? `${after} ${value}` : (value ?? ''));
  return { max, long, pattern: pattern ?? null, required, words };
}

/** A field that says something more of itself. */
export const saying = <Described extends Field>(field: Described, says: Sayings): Described => ({
  ...field,
  says: { ...field.says, ...says },
});

/** Text with headings, lists and links. A content file writes it in Markdown. */
export function prose({ required = false, ...says }: Sayings & { required?: boolean } = {}): ProseField {
  return {
    kind: 'prose',
    says,
    required,
    words: proseToMarkedText,
    plain: proseToText,
    shape: proseShape,
    valid: required ? proseShape.refine((value) => proseToText(value).trim() !== '') : proseShape,
    file: required ? z.string().trim().min(1) : z.string().trim().default(''),
  };
}

/** One of a closed list; null as long as nothing was chosen. */
export function choice<const Option extends string>(
  options: readonly Option[],
  says: Sayings & { required: true },
): ChoiceField<Option, Option>;
export function choice<const Option extends string>(options: readonly Option[], says?: Sayings): ChoiceField<Option>;
export function choice<const Option extends string>(
  options: readonly Option[],
  { required = false, ...says }: Sayings & { required?: boolean } = {},
): ChoiceField<Option> {
  return {
    kind: 'choice',
    says,
    required,
    options,
    words: (value) => value ?? '',
    plain: noText,
    shape: z.enum(options).nullable(),
    valid: required ? z.enum(options) : z.enum(options).nullable(),
    file: required ? z.enum(options) : z.enum(options).nullable().default(null),
  };
}

interface NumberSayings extends Sayings {
  min: number;
  max: number;
  /** how a diff says the number; unless told, the number alone */
  say?: (value: number) => string;
}

/** A whole number between two bounds; `otherwise` is what an empty field stands for. */
export function number({ otherwise, ...says }: NumberSayings & { otherwise: number }): NumberField<number> {
  const { min, max, say = String } = says;
  const valid = z.number().int().min(min).max(max);
  return {
    kind: 'number',
    says,
    min,
    max,
    required: false,
    empty: otherwise,
    words: say,
    plain: noText,
    shape: z.number(),
    valid,
    file: valid.default(otherwise),
  };
}

export function maybeNumber(says: NumberSayings): NumberField {
  const { min, max, say = String } = says;
  const valid = z.number().int().min(min).max(max).nullable();
  return {
    kind: 'number',
    says,
    min,
    max,
    required: false,
    empty: null,
    words: (value) => (value === null ? '' : say(value)),
    plain: noText,
    shape: z.number().nullable(),
    valid,
    file: valid.default(null),
  };
}

export function flag(says: Sayings = {}): FlagField {
  const file = z.boolean().default(false);
  return {
    kind: 'flag',
    says,
    required: false,
    words: String,
    plain: noText,
    shape: z.boolean(),
    valid: z.boolean(),
    file,
  };
}

/** A day, YYYY-MM-DD. */
export function day({ after, ...says }: Sayings & { after?: string } = {}): DayField {
  const shape = z.iso.date().nullable();
  const words = (value: string | null) => (value && after ? `${after} ${value}` : (value ?? ''));
  return { kind: 'day', says, required: false, words, plain: noText, shape, valid: shape, file: shape.default(null) };
}

/** Another entry, by uid. `optional`: the entry may go out while the other one is not live (ADR 0009). */
export function reference(
  types: readonly EntryType[],
  { optional = false, ...says }: Omit<Sayings, 'safety'> & { optional?: boolean; safety?: 'always' | 'never' } = {},
): ReferenceField {
  const to = types.map((type) => COLLECTION_OF[type]);
  return {
    kind: 'reference',
    says,
    required: false,
    to,
    optional,
    words: (uid, named) => (uid === null ? '' : named(uid)),
    plain: noText,
    shape: z.string().nullable(),
    valid: z.string().nullable(),
    file: writtenReference(to).nullable().default(null),
  };
}

/** `collection/slug`; where only one collection is possible its name may be left out. */
function writtenReference(to: readonly EntryCollection[]): z.ZodType<string> {
  const [only] = to;
  const full = new RegExp(`^(${to.join('|')})/[a-z0-9]+(-[a-z0-9]+)*$`);
  if (to.length === 1 && only) {
    const bare = z.string().regex(SLUG, `the slug of one of ${only}`);
    return bare.transform((slug) => `${only}/${slug}`);
  }
  return z.string().regex(full, `collection/slug, e.g. ${to.join('/…, ')}/…`);
}

/** Files that the system makes and names by their hashes. */
export function files<Value>(item: z.ZodType<Value>, name: (value: Value) => string, says: Sayings): FilesField<Value> {
  const shape = z.array(item);
  const words = (value: Value[]) => value.map(name).join(', ');
  return {
    kind: 'files',
    says,
    required: false,
    item,
    words,
    plain: noText,
    shape,
    valid: shape,
    file: z.undefined().optional(),
  };
}

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

/** A source or figure. A content file names it: sources by slug, figures by file name. */
export function embedded<const Inner extends Fields>(
  collection: 'sources' | 'media',
  fields: Inner,
  says: Sayings = {},
): EmbeddedField<Inner> {
  const name = collection === 'media' ? /^[a-z0-9-]+\.png$/ : SLUG;
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
  rowsOf?: string;
  keyedBy?: string;
  rows?: Readonly<Record<string, RowSayings>>;
  headings?: boolean;
}

export function list<Item extends Field>(
  item: Item,
  { rowsOf, keyedBy, rows, headings, ...says }: ListSayings = {},
): ListField<Item> {
  return {
    kind: 'list',
    says,
    item,
    rowsOf: rowsOf ?? null,
    keyedBy: keyedBy ?? null,
    rows: rows ?? null,
    headings: headings ?? false,
    shape: itemsOf<NonNullable<ValueOf<Item>>>(item.shape),
    valid: itemsOf(item.valid),
    file: itemsOf<NonNullable<WrittenBy<Item>>>(item.file).default([]),
  };
}

/** One schema of every field, under the fields' names. */
export const each = (fields: Fields, part: 'shape' | 'valid' | 'file'): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field[part]]));

/** What stands in a list is there: null is no item. */
const itemsOf = <Value>(item: z.ZodType) =>
  z.array(item.refine((value): boolean => value !== null, 'an item without a value')) as z.ZodType<Value[]>;

// The one place where names meet types: `each` made these schemas of the same fields that the types are read from.
const shapesOf = <Inner extends Fields>(fields: Inner) =>
  z.strictObject(each(fields, 'shape')) as z.ZodType<ValuesOf<Inner>>;
const writtenOf = <Inner extends Fields>(fields: Inner) =>
  z.strictObject(each(fields, 'file')) as z.ZodType<WrittenOf<Inner>>;
const validOf = (fields: Fields): z.ZodType => z.object(each(fields, 'valid'));
