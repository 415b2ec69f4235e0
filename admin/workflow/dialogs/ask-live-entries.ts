import type { EntryType } from '../../../model/entries/types.ts';

export interface LiveEntry {
  uid: string;
  title: string;
  type: EntryType;
}

/** What readers have now; `asking` until the server has answered, `unknown` when it cannot be had. */
export type LiveEntries = 'asking' | 'unknown' | readonly LiveEntry[];

/** Asked of the status rows: the log gives whole rows, with their texts, and not all at once. */
const QUERY = new URLSearchParams({
  'where[liveSeq][greater_than]': '0',
  'select[uid]': 'true',
  'select[title]': 'true',
  'select[type]': 'true',
  sort: 'title',
  limit: '0',
  depth: '0',
});

/** What readers have now, by title. An answer without a list is no empty list. Never rejects. */
export async function askLiveEntries(api: string, get: (url: string) => Promise<Response>): Promise<LiveEntries> {
  try {
    const response = await get(`${api}/entry-status?${QUERY.toString()}`);
    const body = (await response.json()) as { docs?: LiveEntry[] } | null;
    return response.ok && Array.isArray(body?.docs) ? body.docs : 'unknown';
  } catch {
    return 'unknown';
  }
}
