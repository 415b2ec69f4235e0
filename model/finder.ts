import type { State } from './lifecycle.ts';
import { COLLECTION_OF, ENTRY_TYPES, type EntryCollection } from './entries/types.ts';

/** What the finder of the desk finds. */
export const FOUND_COLLECTIONS = [
  ...ENTRY_TYPES.map((type) => COLLECTION_OF[type]),
  'sources',
  'media',
  'terms',
] as const;
export type FoundCollection = (typeof FOUND_COLLECTIONS)[number];

export const isEntryCollection = (collection: FoundCollection): collection is EntryCollection =>
  ENTRY_TYPES.some((type) => COLLECTION_OF[type] === collection);

/** One document that was found. */
export interface Found {
  collection: FoundCollection;
  /** its id in this database */
  id: string;
  title: string;
  /** of an entry */
  state: State | null;
  /** what tells it from another of the same title: the address of an entry, publisher and year of a source */
  detail: string;
}

/** Documents that one answer has. */
export const MOST_FOUND = 20;

/** Letters of a question; more are not looked at. */
export const MOST_ASKED = 200;
