import type { Field, Fields } from './field.ts';
import { memberOf } from './leaves.ts';

/** The values of an older shape with those fields empty that it did not have; at every depth. */
export const fillMissing = (fields: Fields, old: unknown): Record<string, unknown> => ({
  ...(typeof old === 'object' && old !== null ? old : {}),
  ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, filled(field, memberOf(old, name))])),
});

function filled(field: Field, value: unknown): unknown {
  if (field.kind === 'group') return fillMissing(field.fields, value);
  if (value === undefined) return emptyOf(field);
  if (field.kind === 'embedded') return fillMissing(field.fields, value);
  if (field.kind === 'list' && Array.isArray(value)) return value.map((item) => filled(field.item, item));
  return value;
}

/** What a field holds when nothing was written. */
export function emptyOf(field: Exclude<Field, { kind: 'group' }>): unknown {
  switch (field.kind) {
    case 'text':
    case 'number':
      return field.empty;
    case 'flag':
      return false;
    case 'prose':
    case 'files':
    case 'list':
      return [];
    default:
      return null;
  }
}
