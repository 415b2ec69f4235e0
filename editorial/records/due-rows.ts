import type { Payload, Where } from 'payload';
import type { EntryType } from '../../model/entries/types.ts';
import type { WithdrawalReason } from '../../model/withdrawal.ts';

/** What the clock must know of an entry whose time has come. */
export interface DueRow {
  id: string | number;
  uid: string;
  type: EntryType;
  scheduledVerb?: 'release' | 'withdraw' | null;
  scheduledRevision?: string | null;
  scheduledReason?: WithdrawalReason | null;
  scheduledAt?: string | null;
  reviewDue?: string | null;
  liveRevision?: string | null;
  noticeDueAt?: string | null;
  askNoticeAt?: string | null;
}

type DueColumn = 'scheduledAt' | 'reviewDue' | 'noticeDueAt' | 'askNoticeAt';

/**
 * The status rows whose `column` is `until` or earlier, the longest due first, each of them once: pages go on
 * behind the last row that was seen, so that rows which stay due because their work fails hold up no other.
 */
export async function* dueRows(
  payload: Payload,
  { column, until, and = [], page }: { column: DueColumn; until: Date; and?: Where[]; page: number },
): AsyncGenerator<DueRow> {
  for (let last: DueRow | undefined; ;) {
    const { docs } = await payload.find({
      collection: 'entry-status',
      where: {
        and: [{ [column]: { less_than_equal: until.toISOString() } }, ...and, ...(last ? [behind(column, last)] : [])],
      },
      sort: [column, 'id'],
      limit: page,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    });
    yield* docs;
    if (docs.length < page) return;
    last = docs.at(-1);
  }
}

const behind = (column: DueColumn, last: DueRow): Where => ({
  or: [
    { [column]: { greater_than: last[column] } },
    { and: [{ [column]: { equals: last[column] } }, { id: { greater_than: last.id } }] },
  ],
});
