import type { PayloadRequest } from 'payload';
import type { SharedCollection } from '../../model/entries/types.ts';
import { editorOf } from '../records/actor.ts';
import { entriesUsing } from '../records/entries-using.ts';
import { refreshStatus } from '../records/entry-status.ts';
import type { DocumentId } from '../records/stored-entry.ts';
import { openJob, type Member } from './job-row.ts';
import { UNDER_REVIEW, underReview } from './refresh-slice.ts';
import { soon } from './run-jobs.ts';

/** Up to so many entries are brought in line in the transaction that changed what they carry. */
const AT_ONCE = 20;

/**
 * After a shared document was changed: every entry that uses it has a new revision, edited by this person. Many are
 * left to a job, which this transaction writes down. Until it has come to an entry, whoever reads the entry works out
 * its revision and its authors from the document as it is now.
 */
export async function refreshEntriesUsing(
  req: PayloadRequest,
  shared: SharedCollection,
  id: DocumentId,
): Promise<void> {
  const using = await entriesUsing(req, shared, id, { most: AT_ONCE + 1 });
  await refreshAll(req, `${shared}/${id}`, using);
}

/** After somebody's standing changed: an approval of theirs may count no more. */
export async function refreshEntriesUnderReview(req: PayloadRequest): Promise<void> {
  await refreshAll(req, UNDER_REVIEW, await underReview(req, AT_ONCE + 1));
}

async function refreshAll(
  req: PayloadRequest,
  subject: string,
  entries: readonly Pick<Member, 'collection' | 'id'>[],
): Promise<void> {
  // Of a change of standing nobody is an author.
  const editor = req.user && subject !== UNDER_REVIEW ? await editorOf(req, req.user) : null;
  if (entries.length > AT_ONCE) {
    const by = editor ?? { actor: null, person: null, name: '' };
    await openJob(req, {
      ...{ kind: 'refresh', subject, task: {}, members: null, slot: null },
      ...{ actor: by.actor, person: by.person, actorName: by.name },
    });
    soon(req.payload);
    return;
  }
  for (const { collection, id } of entries) await refreshStatus(req, collection, id, { changedBy: editor });
}
