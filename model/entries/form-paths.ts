import { fieldsOf } from './entries.ts';
import type { Field, Fields } from './field.ts';
import type { EntryType, SharedCollection } from './types.ts';

/** Where the form of a type keeps what it shares with others, e.g. `sections.figures`: paths as a query names them. */
export const formPathsOf = (type: EntryType, collection: SharedCollection): string[] =>
  below(fieldsOf(type), '', collection);

const below = (fields: Fields, path: string, collection: SharedCollection): string[] =>
  Object.entries(fields).flatMap(([name, field]) => at(field, path + (field.says.form ?? name), collection));

function at(field: Field, path: string, collection: SharedCollection): string[] {
  switch (field.kind) {
    case 'embedded':
      return field.collection === collection ? [path] : [];
    case 'group':
      return below(field.fields, `${path}.`, collection);
    case 'list':
      return at(field.item, path, collection);
    default:
      return [];
  }
}
