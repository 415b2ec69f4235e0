import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { isDuplicate } from '../../database/is-duplicate.ts';
import { transact, TransientError } from '../../database/transact.ts';
import { SLUG } from '../../model/entries/describe/text.ts';
import { slug as described } from '../../model/entries/shared.ts';
import { COLLECTION_OF, type EntryCollection, type EntryType } from '../../model/entries/types.ts';
import { CodedError } from '../../model/errors.ts';
import type { State } from '../../model/lifecycle.ts';
import { appendLine } from '../records/audit-trail.ts';
import { findDeleted, type DeletedDraft } from '../records/deleted-draft.ts';
import { refreshStatus } from '../records/entry-status.ts';
import { findPresent, pointedAnew, type Missing } from '../records/named-documents.ts';
import { unpackOlderVersions, type OlderVersion } from '../records/older-versions.ts';
import { servicesOf } from '../records/services.ts';
import { createStored, type DocumentId } from '../records/stored-entry.ts';

const putBackBody = z.strictObject({
  /** another web address, where its own is taken */
  slug: z.string().regex(SLUG).max(described.max).optional(),
  /** without the references whose documents are gone */
  withoutMissing: z.boolean().optional(),
});

/** How an entry stands that came back. */
export interface PutBack {
  collection: EntryCollection;
  id: DocumentId;
  uid: string;
  state: State;
  /** the references that it came back without */
  leftOut: Missing[];
}

interface PutBackCall {
  payload: Payload;
  /** of the row in the trash, or the uid of its entry */
  id: DocumentId;
  body: unknown;
  user: NonNullable<PayloadRequest['user']>;
}

/**
 * Makes a deleted draft an entry again, with its uid and its authors, as a draft whose review begins anew; one
 * transaction. Whoever puts it back as it was wrote none of it. Throws CodedError; then nothing has happened:
 * `wrong-state` when its uid is in use, `slug-taken`, `requirements-not-met` with `missing` when documents that it
 * refers to are gone, `gone` when its time is over.
 */
export async function putBack({ payload, id, body, user }: PutBackCall): Promise<PutBack> {
  const parsed = putBackBody.safeParse(body);
  if (!parsed.success) throw new CodedError('invalid-request', z.prettifyError(parsed.error));
  const { slug, withoutMissing = false } = parsed.data;
  return transact(
    payload,
    async (req) => {
      const row = await findDeleted(req, id);
      const collection = COLLECTION_OF[row.type];
      await assertMay(req, row, collection);
      const { found, missing } = await findPresent(req, row.draft.named);
      if (missing.length > 0 && !withoutMissing) throw gone(missing);
      const fields = pointedAnew(req, collection, row.draft.fields, found);
      const entry = slug === undefined ? fields : { ...fields, slug };
      await assertFree(req, row.type, { ...entry, uid: row.uid });
      const older = await unpackOlderVersions(req, collection, row.versions ?? '');
      const created = await create(req, collection, { ...entry, uid: row.uid }, older);
      const isChanged = missing.length > 0 || entry.slug !== fields.slug;
      const { uid, state } = await refreshStatus(req, collection, created, { editor: isChanged ? user : null });
      await payload.db.deleteOne({ collection: 'deleted-drafts', where: { id: { equals: row.id } }, req });
      await appendLine(req, {
        action: `${collection} put back`,
        subject: `${collection}/${uid}`,
        user,
        details: {
          title: row.title,
          deletedOn: row.deletedOn,
          deletedBy: row.deletedByName,
          ...(entry.slug === fields.slug ? {} : { slug }),
          ...(missing.length > 0 ? { leftOut: missing } : {}),
        },
      });
      return { collection, id: created, uid, state, leftOut: missing };
    },
    { user },
  );
}

/** Whoever may edit the collection, by its own rule; one that says more than yes or no means no. */
async function assertMay(req: PayloadRequest, { expiresAt }: DeletedDraft, collection: EntryCollection): Promise<void> {
  const { update } = req.payload.collections[collection].config.access;
  if ((await update({ req })) !== true) throw new CodedError('not-allowed', 'Whoever may edit it may put it back.');
  if (new Date(expiresAt) > servicesOf(req.payload).now()) return;
  throw new CodedError('gone', 'Its time in the trash is over.');
}

const gone = (missing: Missing[]): CodedError => {
  const titles = missing.map(({ collection, title }) => `“${title}” (${collection})`);
  return new CodedError('requirements-not-met', `It refers to what is no longer there: ${titles.join(', ')}.`, {
    missing,
  });
};

/** Nobody else has the uid, or the web address: as a document, as the draft of one, or as one that readers had. */
async function assertFree(req: PayloadRequest, type: EntryType, entry: Record<string, unknown>): Promise<void> {
  const { uid, slug } = entry;
  const isThere = (collection: 'entry-status' | 'slug-history' | EntryCollection, where: Where) =>
    req.payload.db.findOne({ collection, where: { and: [where] }, req });
  const other = { uid: { not_equals: uid } };
  if (await isThere(COLLECTION_OF[type], { uid: { equals: uid } })) {
    throw new CodedError('wrong-state', 'This entry is there already.');
  }
  if (typeof slug !== 'string' || slug === '') return;
  const taken =
    (await isThere(COLLECTION_OF[type], { slug: { equals: slug } })) ??
    (await isThere('entry-status', { and: [{ type: { equals: type } }, { slug: { equals: slug } }] })) ??
    (await isThere('slug-history', { and: [{ address: { equals: `${type}/${slug}` } }, other] }));
  if (taken) throw new CodedError('slug-taken', `Another entry has the web address ${slug}. Choose another.`);
}

async function create(
  req: PayloadRequest,
  collection: EntryCollection,
  fields: Record<string, unknown>,
  older: readonly OlderVersion[],
): Promise<DocumentId> {
  try {
    return await createStored(req, collection, fields, older);
  } catch (cause) {
    // Taken since it was looked at: look again, and say so.
    throw isDuplicate(cause) ? new TransientError('another entry took its place', { cause }) : cause;
  }
}
