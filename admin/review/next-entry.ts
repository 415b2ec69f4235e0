import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { COLLECTION_OF, type EntryType } from '../../model/entries/types.ts';
import { wasEditedBy } from '../dashboard/queues.ts';

/** An entry that waits for this person. */
export interface NextEntry {
  collection: string;
  id: string;
  title: string;
}

interface Row {
  uid: string;
  type: EntryType;
  entryId: string;
  title?: string | null;
  editors?: unknown;
}

/** So many entries are asked whether this person may approve them. */
const ASKED = 5;

/** The longest waiting entry that this account may approve; null when there is none, or nobody knows. Never rejects. */
export async function askNextEntry(
  api: string,
  { account, except }: { account: string; except: string },
  get: (url: string) => Promise<Response>,
): Promise<NextEntry | null> {
  const query = new URLSearchParams({
    'where[state][equals]': 'in-review',
    sort: 'updatedAt',
    limit: '30',
    depth: '0',
  });
  try {
    const answer = await get(`${api}/entry-status?${query.toString()}`);
    const { docs = [] } = (await answer.json()) as { docs?: Row[] };
    const candidates = docs.filter(({ uid, editors }) => uid !== except && !wasEditedBy(editors, account));
    for (const { type, entryId, title } of candidates.slice(0, ASKED)) {
      const collection = COLLECTION_OF[type];
      const review = await get(`${api}/${collection}/${entryId}/review`);
      const sheet = review.ok ? ((await review.json()) as Partial<ReviewSheet>) : {};
      if (sheet.allowedVerbs?.includes('approve')) return { collection, id: entryId, title: title || 'Untitled' };
    }
  } catch {
    // Then nothing is offered.
  }
  return null;
}
