import type { CollectionConfig } from 'payload';

/** A way to sort the list of a collection, as the admin and the API offer it. */
export interface ListSort {
  /** the field, by its name in the collection */
  field: string;
  /** true where the list is of the latest drafts, which the database keeps among the versions */
  ofDrafts: boolean;
}

/**
 * How the list of a collection can be sorted by a click on a column: each needs an index, or the database reads and
 * sorts the whole collection for ten rows. Fields that are not stored are among them: who makes the indexes knows
 * which are.
 */
export function listSorts({
  admin,
  defaultSort,
  versions,
}: Pick<CollectionConfig, 'admin' | 'defaultSort' | 'versions'>): ListSort[] {
  const asked = (typeof defaultSort === 'string' ? [defaultSort] : (defaultSort ?? [])).map((sort) =>
    sort.replace(/^-/, ''),
  );
  const ofDrafts = typeof versions === 'object' && Boolean(versions.drafts);
  return [...new Set([...(admin?.defaultColumns ?? []), ...asked, 'createdAt', 'updatedAt', 'id'])].map((field) => ({
    field,
    ofDrafts,
  }));
}
