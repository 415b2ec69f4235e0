/**
 * What a field of an entry is. Everything that has to know the fields of an entry asks its description
 * (ADR 0016); the words to write one with are in `describe/`. What a field does not say is taken strictly: running text,
 * and every change of it a safety change.
 */
import type { z } from 'zod';
import type { IssueCode } from '../issue.ts';
import type { Prose } from '../prose.ts';
import type { EntryCollection, SharedCollection } from './types.ts';

/**
 * What a change of the field means (docs/workflow.md). `always`: a safety change. `by-words`: one when a word of
 * number, unit, dose, frequency, negation, medicine or urgency changes. `never`: routine.
 */
export type SafetyClass = 'always' | 'by-words' | 'never';
export type Channel = 'site' | 'feed' | 'mail';
/** A channel that does not show the field, and why. A channel that is not named here shows it. */
export type NotShown = Partial<Record<Channel, string>>;
/** What the log's index tells of an entry without its snapshot. */
export type IndexName = 'summary' | 'partOf' | 'urgency' | 'treatmentKind' | 'evidenceLevel';
/** The title of another entry by uid; the uid itself when it is not known. */
export type Named = (uid: string) => string;

/** What any field may say; what it does not say it takes from the field around it, and at last the strict answer. */
export interface Sayings {
  safety?: SafetyClass;
  /** text for readers: searched for promises; long ones are graded for reading too. Unless said: yes */
  running?: boolean;
  /** its name in a diff; unless said, its own name in words */
  label?: string;
  /** its name in Payload's form, where that is another */
  form?: string;
  notShown?: NotShown;
  /** the log's index tells it under this name */
  indexAs?: IndexName;
}

/**
 * Nothing is released while the field is empty. With a code and a sentence the editor is told these; else that it is
 * to be filled in.
 */
export type Required = boolean | { code: IssueCode; say: string };

export type RowSayings = Pick<Sayings, 'safety' | 'notShown'>;

/** `Value` as a revision holds it, `Written` as a content file does. */
interface Base<Value, Written> {
  says: Sayings;
  /** every value that a draft or a snapshot can hold */
  shape: z.ZodType<Value>;
  /** what may be released: complete, not too long, one of the choices */
  valid: z.ZodType;
  file: z.ZodType<Written>;
}

interface LeafBase<Value, Written> extends Base<Value, Written> {
  required: Required;
  /** the value in words, for the diff and for the search for words of safety; empty for nothing */
  words(value: Value, named: Named): string;
  /** the words alone, without marks and without what is no text */
  plain(value: Value): string;
}

export interface TextField<Value extends string | null = string | null> extends LeafBase<Value, Value> {
  kind: 'text';
  /** characters */
  max: number;
  /** a field of several lines in the form; its text is graded for reading */
  long: boolean;
  pattern: RegExp | null;
  /** the value of an empty field */
  empty: Value;
}
export interface ProseField extends LeafBase<Prose, string> {
  kind: 'prose';
}
/** `Written`: a content file always says a required one. */
export interface ChoiceField<Option extends string = string, Written = Option | null> extends LeafBase<
  Option | null,
  Written
> {
  kind: 'choice';
  options: readonly Option[];
}
export interface NumberField<Value extends number | null = number | null> extends LeafBase<Value, Value> {
  kind: 'number';
  min: number;
  max: number;
  empty: Value;
}
export interface FlagField extends LeafBase<boolean, boolean> {
  kind: 'flag';
}
/** A day, YYYY-MM-DD. */
export interface DayField extends LeafBase<string | null, string | null> {
  kind: 'day';
}
/** Another entry by uid; in content files `collection/slug`, or the slug where only one collection is possible. */
export interface ReferenceField extends LeafBase<string | null, string | null> {
  kind: 'reference';
  to: readonly EntryCollection[];
  /** an entry may go out without it: channels leave it out until it is live (ADR 0009) */
  optional: boolean;
}
/** Files that the system made, named by their hashes; a content file cannot give them. */
export interface FilesField<Value = unknown> extends LeafBase<Value[], undefined> {
  kind: 'files';
  item: z.ZodType<Value>;
}

export type LeafField =
  TextField | ProseField | ChoiceField | NumberField | FlagField | DayField | ReferenceField | FilesField;

/** Fields that belong together, under one name. */
export interface GroupField<Inner extends Fields = Fields> extends Base<ValuesOf<Inner>, WrittenOf<Inner>> {
  kind: 'group';
  fields: Inner;
}
/** A document of its own in Payload that the revision carries whole: a source, a figure, a place on the body, a word of the glossary. */
export interface EmbeddedField<Inner extends Fields = Fields> extends Base<ValuesOf<Inner>, string> {
  kind: 'embedded';
  collection: SharedCollection;
  fields: Inner;
}
export interface ListField<Item extends Field = Field> extends Base<
  NonNullable<ValueOf<Item>>[],
  NonNullable<WrittenBy<Item>>[]
> {
  kind: 'list';
  item: Item;
  required: Required;
  /** the form keeps the items as rows, each in a field of this name */
  rowsOf: string | null;
  /** the field that names a row whatever its position: rows are compared by it */
  keyedBy: string | null;
  /** what rows of a closed list of keys say, by key; a change of a row that says nothing counts as `always` */
  rows: Readonly<Record<string, RowSayings>> | null;
  /** content files write the rows as headings with text below */
  headings: boolean;
}

export type Field = LeafField | GroupField | EmbeddedField | ListField;
export type Fields = Readonly<Record<string, Field>>;

export type ValueOf<Described> = Described extends { shape: z.ZodType<infer Value> } ? Value : never;
export type WrittenBy<Described> = Described extends { file: z.ZodType<infer Written> } ? Written : never;
export type ValuesOf<Inner> = { -readonly [Name in keyof Inner]: ValueOf<Inner[Name]> };
export type WrittenOf<Inner> = { -readonly [Name in keyof Inner]: WrittenBy<Inner[Name]> };
