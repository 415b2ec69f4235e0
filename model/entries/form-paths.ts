import { fieldsOf } from './entries.ts';
import type { EmbeddedField, Field, Fields } from './field.ts';
import type { EntryType } from './types.ts';

/** Where the form of a type keeps its sources or figures, e.g. `sections.figures`: paths as a query names them. */
export const formPathsOf = (type: EntryType, collection: EmbeddedField['collection']): string[] =>
  below(fieldsOf(type), '', collection);

const below = (fields: Fields, path: string, collection: EmbeddedField['collection']): string[] =>
  Object.entries(fields).flatMap(([name, field]) => at(field, path + (field.says.form ?? name), collection));

function at(field: Field, path: string, collection: EmbeddedField['collection']): string[] {
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
