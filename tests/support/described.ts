/** Contents made from the descriptions themselves: whatever field there is, it is in them. */
import { createHash } from 'node:crypto';
import { ENTRIES, fieldsOf, type EntryContent } from '../../model/entries/entries.ts';
import type { Field, Fields, FilesField, TextField } from '../../model/entries/field.ts';
import { SCHEMA, TYPE_OF, type EntryType } from '../../model/entries/types.ts';
import { prose } from './releases.ts';

/**
 * A content of a type with something in every field: words that say where they stand, the first choice, a reference
 * to `target-{type}-0`. The field at the path `other` holds something else of its kind.
 */
export function sampleOf(type: EntryType, other?: string): EntryContent {
  const values = valuesOf(fieldsOf(type), '', other);
  return ENTRIES[type].shape.parse({ schema: SCHEMA, type, uid: `sample-${type}`, ...values });
}

export const targetUid = (type: EntryType, n: number) => `target-${type}-${n}`;

const valuesOf = (fields: Fields, path: string, other?: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, valueOf(field, path ? `${path}.${name}` : name, other)]),
  );

function valueOf(field: Field, path: string, other?: string): unknown {
  const n = path === other ? 1 : 0;
  switch (field.kind) {
    case 'text':
      return wordsFor(field, path, n);
    case 'prose':
      return prose(canary(path, n));
    case 'choice':
      return field.options[n];
    case 'number':
      return field.min + n;
    case 'flag':
      return n === 0;
    case 'day':
      return `203${n}-01-01`;
    case 'reference':
      return targetUid(TYPE_OF[field.to[0]!], n);
    case 'files':
      return fileOf(field, createHash('sha256').update(canary(path, n)).digest('hex'));
    case 'group':
    case 'embedded':
      return valuesOf(field.fields, path, other);
    case 'list': {
      const keys = field.rows && Object.keys(field.rows);
      if (!keys || field.keyedBy === null) return [valueOf(field.item, `${path}.0`, other)];
      return keys.map((key, i) => ({
        ...(valueOf(field.item, `${path}.${i}`, other) as object),
        [field.keyedBy ?? '']: key,
      }));
    }
  }
}

/** The first form of a file that the field takes: with a format where it asks for one. */
function fileOf(field: FilesField, sha256: string): unknown {
  const plain = [{ width: 640, height: 480, sha256 }];
  return field.shape.safeParse(plain).success ? plain : plain.map((file) => ({ ...file, format: 'png' }));
}

const canary = (path: string, n: number) => `Canary ${n} of ${path} here`;

function wordsFor({ pattern }: TextField, path: string, n: number): string {
  const dashed = canary(path, n)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const candidates = [canary(path, n), dashed, `https://example.org/${dashed}`, `0${8 + n}:00`];
  const found = candidates.find((candidate) => !pattern || pattern.test(candidate));
  if (found === undefined) throw new Error(`no sample fits ${path}`);
  return found;
}
