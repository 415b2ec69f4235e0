import type { PayloadRequest } from 'payload';
import type { EntryType } from '../../model/entries/types.ts';
import type { State } from '../../model/lifecycle.ts';

/** Uids asked for at once. */
const CHUNK = 500;

export interface Titled {
  type: EntryType;
  uid: string;
  title: string;
  state: State;
  /** database id of the draft as text: for links within the admin alone */
  entryId: string;
}

/** Type, state and draft title of these entries, by uid; one that is gone is left out. */
export async function readTitles({ payload }: PayloadRequest, uids: readonly string[]): Promise<Map<string, Titled>> {
  const found = new Map<string, Titled>();
  for (let at = 0; at < uids.length; at += CHUNK) {
    const { docs } = await payload.db.find<{
      uid: string;
      type: EntryType;
      title?: string | null;
      state: State;
      entryId: string;
    }>({
      collection: 'entry-status',
      where: { uid: { in: uids.slice(at, at + CHUNK) } },
      pagination: false,
      limit: 0,
      select: { uid: true, type: true, title: true, state: true, entryId: true },
    });
    for (const { title, ...row } of docs) found.set(row.uid, { ...row, title: title ?? 'Untitled' });
  }
  return found;
}
