import type { CollectionSlug, FlattenedField } from 'payload';
import { memberOf } from '../../model/entries/leaves.ts';
import type { DocumentId } from './stored-entry.ts';

/** What a stored relation points to. */
interface Relation {
  collection: CollectionSlug;
  id: DocumentId;
}

/** The id that shall stand there, or null for a relation that is left out. */
type Change = (relation: Relation) => DocumentId | null;

/** Stored fields of a document with each relation in them, in rows and groups too, as `change` says. */
export const withRelations = (
  fields: readonly FlattenedField[],
  stored: Record<string, unknown>,
  change: Change,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(stored).map(([name, value]) => {
      const field = fields.find((each) => each.name === name);
      return [name, field ? changed(field, value, change) : value];
    }),
  );

function changed(field: FlattenedField, value: unknown, change: Change): unknown {
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const point = (one: unknown) => pointed(field.relationTo, one, change);
      return Array.isArray(value) ? value.map(point).filter((one) => one !== null) : point(value);
    }
    case 'array':
      return Array.isArray(value) ? value.map((row) => inside(field.flattenedFields, row, change)) : value;
    case 'group':
    case 'tab':
      return inside(field.flattenedFields, value, change);
    case 'blocks':
    case 'join':
      throw new Error(`nobody has said what relations ${field.name} keeps`);
    default:
      return value;
  }
}

const inside = (fields: readonly FlattenedField[], value: unknown, change: Change): unknown =>
  typeof value === 'object' && value !== null ? withRelations(fields, value as Record<string, unknown>, change) : value;

function pointed(relationTo: CollectionSlug | CollectionSlug[], stored: unknown, change: Change): unknown {
  const isNamed = Array.isArray(relationTo);
  const collection = isNamed ? relationTo.find((one) => one === memberOf(stored, 'relationTo')) : relationTo;
  const id = isNamed ? memberOf(stored, 'value') : stored;
  if (collection === undefined || (typeof id !== 'string' && typeof id !== 'number')) return null;
  const now = change({ collection, id });
  return isNamed && now !== null ? { relationTo: collection, value: now } : now;
}
