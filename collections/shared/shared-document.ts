import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload';
import { entriesUsing, refreshEntriesUsing } from '../../editorial/records/entry-status.ts';
import { CodedError } from '../../model/errors.ts';

/** A changed source or figure changes the revision of every entry that uses it. */
export const refreshEntriesThatUse =
  (collection: 'sources' | 'media'): CollectionAfterChangeHook<{ id: number | string }> =>
  async ({ doc, operation, req }) => {
    if (operation === 'update') await refreshEntriesUsing(req, collection, doc.id);
  };

/** A source or figure that an entry uses cannot be deleted: the entry would change without anybody editing it. */
export const refuseDeleteWhileUsed =
  (collection: 'sources' | 'media'): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const users = await entriesUsing(req, collection, id);
    if (users.length > 0) {
      throw new CodedError(
        'wrong-state',
        `Used by ${users.length} entries, first of all ${users[0]?.slug ?? ''}. Remove it there first.`,
      );
    }
  };
