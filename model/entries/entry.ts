import { z } from 'zod';
import { each } from './describe/composed.ts';
import type { Fields, ValuesOf, WrittenOf } from './field.ts';
import { SCHEMA, type EntryType } from './types.ts';

/** One type of entry, described field by field in the order of its form. */
export interface Entry<Type extends EntryType = EntryType, Inner extends Fields = Fields> {
  type: Type;
  fields: Inner;
  shape: z.ZodType<ContentOf<Type, Inner>>;
  valid: z.ZodType;
  /** one content file: its front matter and its headings together */
  file: z.ZodType<Named<Type> & WrittenOf<Inner>>;
}

/** What a content file says of which entry it is; without a uid the slug tells. */
interface Named<Type extends EntryType> {
  type: Type;
  uid?: string | undefined;
}

/** What a revision of the type holds: who it is, in which shape, and the fields. */
export type ContentOf<Type extends EntryType, Inner> = {
  schema: typeof SCHEMA;
  type: Type;
  uid: string;
} & ValuesOf<Inner>;

export const entry = <const Type extends EntryType, const Inner extends Fields>(
  type: Type,
  fields: Inner,
): Entry<Type, Inner> => ({
  type,
  fields,
  // As in describe/composed.ts: the schemas are made of the fields that the types are read from.
  shape: z.strictObject({
    schema: z.literal(SCHEMA),
    type: z.literal(type),
    uid: z.string(),
    ...each(fields, 'shape'),
  }) as z.ZodType<ContentOf<Type, Inner>>,
  valid: z.object(each(fields, 'valid')),
  file: z.strictObject({
    type: z.literal(type),
    uid: z.uuid().lowercase().optional(),
    ...each(fields, 'file'),
  }) as z.ZodType<Named<Type> & WrittenOf<Inner>>,
});
