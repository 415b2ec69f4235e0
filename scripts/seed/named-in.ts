/** What an entry file names: other entries, shared documents, the sources of its marks. */
import { embeddedOf, leavesOf } from '../../model/entries/leaves.ts';
import { COLLECTION_OF, type SharedCollection } from '../../model/entries/types.ts';
import type { EntryFile } from './content-schema.ts';

/** `collection/slug`: what other files call an entry. */
export const keyOf = ({ data }: { data: EntryFile }): string => `${COLLECTION_OF[data.type]}/${data.slug}`;

/** Every other entry that a file names, as `collection/slug`. */
export const referencesOf = (data: EntryFile): string[] => named(data).map(({ key }) => key);

/** Those that have to be live before the entry can be (ADR 0009). */
export const neededBy = (data: EntryFile): string[] =>
  named(data).flatMap(({ key, optional }) => (optional ? [] : key));

const named = (data: EntryFile): { key: string; optional: boolean }[] =>
  leavesOf(data).flatMap(({ field, value }) =>
    field.kind === 'reference' && typeof value === 'string' ? [{ key: value, optional: field.optional }] : [],
  );

/** The shared documents that a file names, with the paths where it does. */
export const sharedIn = (data: EntryFile): { collection: SharedCollection; name: string; at: string }[] =>
  embeddedOf(data).map(({ field, value, path: at }) => ({ collection: field.collection, name: String(value), at }));

/** The sources that the running text of a file cites. */
export const citedIn = (data: EntryFile): { name: string; at: string }[] =>
  leavesOf(data).flatMap(({ field, value, path: at }) =>
    field.kind === 'prose' && typeof value === 'string'
      ? [...value.matchAll(/\[@([^\]]*)\]/g)].map(([, name = '']) => ({ name, at }))
      : [],
  );
