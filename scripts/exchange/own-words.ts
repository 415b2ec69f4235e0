/**
 * What an entry says of itself: its described fields with the names of shared documents in place of these, and other
 * entries by uid. A draft, a release and a content file come to the same form, and are compared in it.
 */
import {
  readFields,
  referredBy,
  type Carried,
  type Found,
  type Referred,
} from '../../editorial/records/read-fields.ts';
import { fieldsOf, type EntryContent } from '../../model/entries/entries.ts';
import type { EmbeddedField, Field, Fields } from '../../model/entries/field.ts';
import { embeddedOf, leavesOf, memberOf } from '../../model/entries/leaves.ts';
import type { EntryType } from '../../model/entries/types.ts';
import { revisionHash, type Unsupported } from '../../model/revision.ts';
import type { EntryFile } from '../seed/content-schema.ts';
import { toData } from '../seed/entry-data.ts';

export interface OwnWords {
  type: EntryType;
  values: Readonly<Record<string, unknown>>;
}

/** What marks this state of the words: lower-case hex SHA-256. */
export const baseOf = (words: unknown): string => revisionHash(words);

/** The uids of the entries that the words name. */
export const namedIn = ({ type, values }: OwnWords): string[] =>
  leavesOf({ ...values, type }).flatMap(({ field, value }) =>
    field.kind === 'reference' && typeof value === 'string' ? [value] : [],
  );

/** The shared documents that the words name. */
export const embeddedNames = ({ type, values }: OwnWords) =>
  embeddedOf({ ...values, type }).map(({ field, value }) => ({ collection: field.collection, name: String(value) }));

/** What stored fields say of themselves. `nameOf` answers what files call a shared document. */
export function ownWords(
  type: EntryType,
  stored: unknown,
  found: Found,
  nameOf: Carried,
): OwnWords & { unsupported: Unsupported[] } {
  const { values, unsupported } = readFields(fieldsOf(type), stored, found, { carried: nameOf });
  return { type, values, unsupported };
}

/** What a content says of itself. */
export const wordsOfContent = (content: EntryContent, nameOf: Carried): OwnWords => ({
  type: content.type,
  values: withNames(fieldsOf(content.type), content, nameOf),
});

/** What a content file calls things, as the installation knows them. */
export interface KnownNames {
  /** the uid of an entry by `collection/slug`; null of none, which is left out */
  uid: (reference: string) => string | null;
  /** the short name of a shared document by what the file calls it */
  shared: (collection: EmbeddedField['collection'], name: string) => string;
}

/** What a content file says of itself. */
export function wordsOfFile(file: EntryFile, { uid: uidOf, shared }: KnownNames): OwnWords {
  const ids = { entry: (reference: string) => (uidOf(reference) === null ? null : reference), shared };
  const stored = toData(file, ids);
  // Each stands for itself: an entry by its reference, a shared document by its name.
  const asItIs = (collection: Referred, id: string): [string, unknown] => [
    id,
    { uid: uidOf(id), slug: id, name: id, collection },
  ];
  const found: Found = new Map(
    [...referredBy(fieldsOf(file.type), stored)].map(([collection, named]) => [
      collection,
      new Map([...named].map((id) => asItIs(collection, String(id)))),
    ]),
  );
  const { type, values } = ownWords(file.type, stored, found, (_, document) => memberOf(document, 'name'));
  return { type, values };
}

const withNames = (fields: Fields, values: unknown, nameOf: Carried): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, named(field, memberOf(values, name), nameOf)]),
  );

function named(field: Field, value: unknown, nameOf: Carried): unknown {
  switch (field.kind) {
    case 'group':
      return withNames(field.fields, value, nameOf);
    case 'embedded':
      return nameOf(field, value);
    case 'list': {
      const items: unknown[] = Array.isArray(value) ? value : [];
      return items.map((item) => named(field.item, item, nameOf));
    }
    default:
      return value;
  }
}
