import { fieldsOf } from '../../model/entries/entries.ts';
import type { Field, Fields } from '../../model/entries/field.ts';
import type { SharedCollection } from '../../model/entries/types.ts';
import { memberOf } from '../../model/entries/leaves.ts';
import type { EntryFile } from './content-schema.ts';
import { readProse } from './markdown/read-prose.ts';
import { proseToLexical } from '../../collections/shared/prose-to-lexical.ts';

type Id = number | string;

/** Database ids of what a file names: `collection/slug` of entries, file names of figures, slugs of what else is shared. */
export interface Ids {
  entry: (reference: string) => Id | null;
  shared: (collection: SharedCollection, name: string) => Id;
}

/**
 * The fields of an entry file as Payload takes them: the way back from `editorial/records/read-fields.ts`.
 * References that do not exist yet are left out.
 */
export function toData(data: EntryFile, ids: Ids): Record<string, unknown> {
  const all = (fields: Fields, value: unknown): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [field.says.form ?? name, stored(field, memberOf(value, name))]),
    );
  const stored = (field: Field, value: unknown): unknown => {
    switch (field.kind) {
      case 'group':
        return all(field.fields, value);
      case 'list': {
        const items: unknown[] = Array.isArray(value) ? value : [];
        const kept = items.map((item) => stored(field.item, item)).filter((item) => item !== null);
        return field.rowsOf === null ? kept : kept.map((item) => ({ [field.rowsOf ?? '']: item }));
      }
      case 'embedded':
        return ids.shared(field.collection, String(value));
      case 'reference': {
        const id = typeof value === 'string' ? ids.entry(value) : null;
        if (id === null || field.to.length === 1) return id;
        return { relationTo: String(value).split('/')[0], value: id };
      }
      case 'prose':
        return typeof value === 'string' && value !== ''
          ? proseToLexical(readProse(value).prose, (slug) => ids.shared('sources', slug))
          : null;
      case 'day':
        return typeof value === 'string' ? `${value}T00:00:00.000Z` : null;
      default:
        return value;
    }
  };
  return all(fieldsOf(data.type), data);
}
