/** The five types of entry and where each lives. */
export const ENTRY_TYPES = ['guide', 'cause', 'treatment', 'red-flag', 'course'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** Payload collection, folder of content files and URL folder of each type. */
export const COLLECTION_OF = {
  guide: 'guides',
  cause: 'causes',
  treatment: 'treatments',
  'red-flag': 'red-flags',
  course: 'courses',
} as const satisfies Record<EntryType, string>;
export type EntryCollection = (typeof COLLECTION_OF)[EntryType];

export const TYPE_OF = {
  guides: 'guide',
  causes: 'cause',
  treatments: 'treatment',
  'red-flags': 'red-flag',
  courses: 'course',
} as const satisfies Record<EntryCollection, EntryType>;

/** Collections whose documents a revision carries whole, so that changing one changes every entry that uses it. */
export const SHARED_COLLECTIONS = ['sources', 'media', 'locations', 'terms'] as const;
export type SharedCollection = (typeof SHARED_COLLECTIONS)[number];

export const isShared = (collection: string): collection is SharedCollection =>
  SHARED_COLLECTIONS.some((shared) => shared === collection);

/** Number of the shape that new snapshots have; `snapshot.ts` knows how older ones are read. */
export const SCHEMA = 5;
