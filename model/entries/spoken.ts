import type { Field, LeafField, Named } from './field.ts';
import { memberOf } from './leaves.ts';

interface Spoken {
  words(value: unknown, named: Named): string;
  plain(value: unknown): string;
}

/**
 * How a field's own words are asked when only its description is at hand: whoever walks a content by its
 * description hands each field the value that stands under its name.
 */
export const spoken = (field: LeafField): Spoken => field;

/** A value of any field as a diff shows it, one line or several. Rows leave out the key that names them. */
export function wordsOf(field: Field, value: unknown, named: Named, keyedBy: string | null = null): string {
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'group':
    case 'embedded': {
      const parts = Object.entries(field.fields)
        .filter(([name]) => name !== keyedBy)
        .map(([name, inner]) => wordsOf(inner, memberOf(value, name), named))
        .filter(Boolean);
      return parts.join(field.kind === 'embedded' ? '. ' : keyedBy === null ? ': ' : '\n');
    }
    case 'list':
      return (Array.isArray(value) ? value : []).map((item) => wordsOf(field.item, item, named)).join('\n');
    default:
      return spoken(field).words(value, named);
  }
}
