import type { Payload } from 'payload';
import { headOf, linkProblems, type ChainHead } from '../../model/chain.ts';
import type { Stored } from '../columns.ts';
import { inOrder, type Report } from './pages.ts';

const PAGE = 500;

/** Follows every chain of a collection; `each` is told of each row, `end` of each chain's last one. */
async function followChains(
  payload: Payload,
  {
    collection,
    by,
    report,
  }: { collection: 'reviews' | 'audit-events' | 'comments'; by: 'entry' | 'subject'; report: Report },
  { each, end }: { each: (row: Stored) => void; end: (row: Stored) => void },
): Promise<void> {
  let last: Stored | null = null;
  for await (const row of inOrder(payload, collection, { by: [by, 'position'], size: PAGE })) {
    const continues: boolean = last !== null && last[by] === row[by];
    if (last && !continues) end(last);
    const before: ChainHead | null = last && continues ? headOf(last) : null;
    for (const problem of linkProblems(row, before)) report(`${nameOf(collection, by, row)}: ${problem}`);
    each(row);
    last = row;
  }
  if (last) end(last);
}

const nameOf = (collection: string, by: string, row: Stored): string =>
  `${collection} ${String(row[by])} ${String(row.position)}`;

/**
 * The review history: its chains, their ends as the entries' status rows know them, and an event for each row
 * of the log (`entries`: log position → uid).
 */
export async function verifyReviews(
  payload: Payload,
  { entries, report }: { entries: ReadonlyMap<number, string>; report: Report },
): Promise<void> {
  const heads = new Map<string, string>();
  const told = new Set<number>();
  await followChains(
    payload,
    { collection: 'reviews', by: 'entry', report },
    {
      each(row) {
        if (typeof row.seq !== 'number') return;
        if (entries.get(row.seq) === row.entry) told.add(row.seq);
        else report(`${nameOf('reviews', 'entry', row)}: tells of release ${row.seq}, which is not this entry's`);
      },
      end: (row) => heads.set(String(row.entry), String(row.hash)),
    },
  );
  for await (const status of inOrder(payload, 'entry-status', { by: ['uid'], size: PAGE })) {
    const uid = String(status.uid);
    const head = heads.get(uid) ?? null;
    if (head !== (status.historyHead ?? null)) report(`reviews ${uid}: does not end with the event that was its last`);
    heads.delete(uid);
  }
  for (const uid of heads.keys()) report(`reviews ${uid}: has no status row that names its end`);
  for (const [seq, uid] of entries) {
    if (!told.has(seq)) report(`release ${seq}: the review history of ${uid} does not tell of it`);
  }
}

/** What the staff said of entries: its chains, and their ends as the status rows know them; a deleted draft has none. */
export async function verifyComments(payload: Payload, { report }: { report: Report }): Promise<void> {
  const heads = new Map<string, string>();
  await followChains(
    payload,
    { collection: 'comments', by: 'entry', report },
    { each: () => undefined, end: (row) => heads.set(String(row.entry), String(row.hash)) },
  );
  for await (const { uid, commentsHead } of inOrder(payload, 'entry-status', { by: ['uid'], size: PAGE })) {
    const head = heads.get(String(uid)) ?? null;
    if (head !== (commentsHead ?? null))
      report(`comments ${String(uid)}: do not end with the line that was their last`);
  }
}

/** The audit trail: its chains, each ending with the row that is marked as its last and no other. */
export async function verifyAudit(payload: Payload, { report }: { report: Report }): Promise<void> {
  let marked = 0;
  await followChains(
    payload,
    { collection: 'audit-events', by: 'subject', report },
    {
      each: (row) => (marked += row.last === true ? 1 : 0),
      end(row) {
        const name = nameOf('audit-events', 'subject', row);
        if (row.last !== true) report(`${name}: is the end of the chain, but was not its last row`);
        else if (marked > 1) report(`${name}: rows before the last one are marked as the last`);
        marked = 0;
      },
    },
  );
}
