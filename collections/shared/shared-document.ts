import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook, Field } from 'payload';
import { editorOf } from '../../editorial/records/actor.ts';
import { entriesUsing, refreshEntriesUsing } from '../../editorial/records/entry-status.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { toWriters, withWriters } from '../../editorial/records/writers.ts';
import type { SharedCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { nobodyField } from './access.ts';

/** Who wrote a source, figure or place: an entry that carries it has them among its authors. Kept by the hook below alone. */
export const writersField: Field = {
  name: 'writers',
  type: 'json',
  access: { create: nobodyField, read: nobodyField, update: nobodyField },
  admin: { hidden: true },
};

/** Remembers who saves it; whoever wrote what it is a duplicate of wrote it too. */
export const noteWriter: CollectionBeforeChangeHook<{ id: number | string; writers?: unknown }> = async ({
  data,
  originalDoc,
  req,
}) => {
  const people = req.user ? [await editorOf(req, req.user)] : [];
  const at = servicesOf(req.payload).now().toISOString();
  return { ...data, writers: withWriters(toWriters(originalDoc?.writers), people, at) };
};

/** A changed shared document changes the revision of every entry that uses it. */
export const refreshEntriesThatUse =
  (collection: SharedCollection): CollectionAfterChangeHook<{ id: number | string }> =>
  async ({ doc, operation, req }) => {
    if (operation === 'update') await refreshEntriesUsing(req, collection, doc.id);
  };

/** A shared document that an entry uses cannot be deleted: the entry would change without anybody editing it. */
export const refuseDeleteWhileUsed =
  (collection: SharedCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const users = await entriesUsing(req, collection, id);
    if (users.length > 0) {
      throw new CodedError(
        'wrong-state',
        `Used by ${users.length} entries, first of all ${users[0]?.slug ?? ''}. Remove it there first.`,
      );
    }
  };
