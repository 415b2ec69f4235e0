import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  Field,
  PayloadRequest,
} from 'payload';
import { forgetFindable, keepFindable } from '../../editorial/finder/keep-findable.ts';
import { isFound, sharedToFind } from '../../editorial/finder/what-is-found.ts';
import { editorOf } from '../../editorial/records/actor.ts';
import { anEntryNaming } from '../../editorial/records/entries-using.ts';
import { refreshEntriesUsing } from '../../editorial/jobs/refresh-entries.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { toWriters, withWriters } from '../../editorial/records/writers.ts';
import type { SharedCollection } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import { editors, nobodyField, staff } from './access.ts';
import { audited } from './audit.ts';
import { impactEndpoint } from './impact-endpoint.ts';

/** Who wrote a source, figure or place: an entry that carries it has them among its authors. Kept by the hook below alone. */
export const writersField: Field = {
  name: 'writers',
  type: 'json',
  access: { create: nobodyField, read: nobodyField, update: nobodyField },
  admin: { hidden: true },
};

/** On its form: what a change of it touches. After a save the page of that opens by itself. */
export const impactField: Field = {
  name: 'impact',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: '/admin/impact/impact-link.tsx#ImpactLink' },
    disableListColumn: true,
  },
};

const shows = (name: string, component: string): Field => ({
  name,
  type: 'ui',
  admin: { components: { Field: component }, disableBulkEdit: true, disableListColumn: true },
});

/** First on its form: the fields that were refused, with the way to each. */
export const errorsField = shows('refused', '/admin/form/form-errors.tsx#FormErrors');
/** On the form of a source: fill it in from what was pasted, and others that seem to be the same. */
export const sourceHelpField = shows('fillIn', '/admin/sources/source-help.tsx#SourceHelp');
/** On the form of a figure: others with the same file. */
export const sameFigureField = shows('sameFigure', '/admin/sources/same-figure.tsx#SameFigure');

/**
 * What stands at the doors of every shared document: who may, who wrote it, what follows for the entries that use it,
 * and its line in the audit trail.
 */
export function sharedDoors(collection: SharedCollection) {
  const audit = audited(collection);
  return {
    endpoints: [impactEndpoint(collection)],
    access: { read: staff, create: editors, update: editors, delete: editors },
    hooks: {
      beforeChange: [noteWriter],
      afterChange: [refreshEntriesThatUse(collection), keepFound(collection), audit.afterChange],
      beforeDelete: [refuseDeleteWhileNamed(collection)],
      afterDelete: [forgetFound(collection), audit.afterDelete],
    },
  };
}

/** The finder of the desk finds it by its words of now. */
const keepFound =
  (collection: SharedCollection): CollectionAfterChangeHook<Record<string, unknown> & { id: number | string }> =>
  async ({ doc, req }) => {
    if (isFound(collection)) await keepFindable(req, sharedToFind(collection, doc));
  };

const forgetFound =
  (collection: SharedCollection): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    if (isFound(collection)) await forgetFindable(req, collection, id);
  };

/** Remembers who saves it; whoever wrote what it is a duplicate of wrote it too. */
const noteWriter: CollectionBeforeChangeHook<{ id: number | string; writers?: unknown }> = async ({
  data,
  originalDoc,
  req,
}) => {
  const people = req.user ? [await editorOf(req, req.user)] : [];
  const at = servicesOf(req.payload).now().toISOString();
  return { ...data, writers: withWriters(toWriters(originalDoc?.writers), people, at) };
};

/** A changed shared document changes the revision of every entry that uses it. */
const refreshEntriesThatUse =
  (collection: SharedCollection): CollectionAfterChangeHook<{ id: number | string }> =>
  async ({ doc, operation, req }) => {
    if (operation === 'update') await refreshEntriesUsing(req, collection, doc.id);
  };

/**
 * A shared document that an entry names cannot be deleted: the entry would change without anybody editing it, and what
 * readers had could not be made a draft again.
 */
const refuseDeleteWhileNamed =
  (collection: SharedCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const entry = await anEntryNaming(req, collection, id);
    if (entry) {
      const { slug, withReaders } = entry;
      const where = withReaders ? 'What was released last of' : 'The draft of';
      throw new CodedError('wrong-state', `${where} ${slug} names it: it stays as long as that does.`);
    }
    if (collection === 'media' && (await isPhoto(req, id)))
      throw new CodedError('wrong-state', 'It is the photo of a clinician. Take another one there first.');
  };

const isPhoto = async (req: PayloadRequest, id: number | string): Promise<boolean> =>
  (await req.payload.db.findOne({ collection: 'clinicians', where: { photo: { equals: id } }, req })) !== null;
