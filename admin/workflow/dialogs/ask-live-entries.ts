import type { EntryType } from '../../../model/entries/types.ts';

export interface LiveEntry {
  uid: string;
  title: string;
  type: EntryType;
}

/** What readers have now; `asking` until the server has answered, `unknown` when it cannot be had. */
export type LiveEntries = 'asking' | 'unknown' | readonly LiveEntry[];

/** As many as one request may list. */
const PAGE = 100;

/** Asked of the status rows: the log gives whole rows, with their texts. */
const queryOf = (page: number): string =>
  new URLSearchParams({
    'where[liveSeq][greater_than]': '0',
    'select[uid]': 'true',
    'select[title]': 'true',
    'select[type]': 'true',
    sort: 'title',
    limit: String(PAGE),
    page: String(page),
    depth: '0',
  }).toString();

/** What readers have now, by title, page by page. An answer without a list is no empty list. Never rejects. */
export async function askLiveEntries(api: string, get: (url: string) => Promise<Response>): Promise<LiveEntries> {
  const entries: LiveEntry[] = [];
  try {
    for (let page = 1; ; page += 1) {
      const response = await get(`${api}/entry-status?${queryOf(page)}`);
      const body = (await response.json()) as { docs?: LiveEntry[]; hasNextPage?: boolean } | null;
      if (!response.ok || !Array.isArray(body?.docs)) return 'unknown';
      entries.push(...body.docs);
      if (body.hasNextPage !== true) return entries;
    }
  } catch {
    return 'unknown';
  }
}
