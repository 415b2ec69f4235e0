import type { Member } from '../../editorial/jobs/job-row.ts';
import type { EntryCollection } from '../../model/entries/types.ts';
import type { BulkAct } from './bulk-form.tsx';

/** A row of a list of entries, as the list was drawn with it. */
export interface ListedRow {
  id: string | number;
  [field: string]: unknown;
}

/**
 * The chosen entries at the revisions that the list was drawn with, and the titles of those that cannot be among them
 * because it knows none: nobody signs a text that came after what they saw.
 */
export function chosenMembers(
  act: BulkAct,
  collection: EntryCollection,
  ids: readonly (string | number)[],
  rows: readonly ListedRow[],
): { members: Member[]; leftOut: string[] } {
  const members: Member[] = [];
  const leftOut: string[] = [];
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    const revision = act === 'renew-review' ? row?.liveRevision : row?.revision;
    if (typeof revision === 'string' && revision !== '') members.push({ collection, id, revision });
    else leftOut.push(typeof row?.title === 'string' && row.title !== '' ? row.title : 'Untitled');
  }
  return { members, leftOut };
}
