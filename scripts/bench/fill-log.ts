import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { transact } from '../../database/transact.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { toRevision } from '../../model/revision.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';

const BATCH = 500;

/**
 * Lengthens the log to `total` rows: copies of a live cause under names of their own, released again in turn once
 * there are `entries` of them. Written as every row is, in transactions of 500; without reviews, on a data folder
 * that nobody needs. Returns how many rows there are then.
 */
export async function fillLog(
  payload: Payload,
  { total, entries = total }: { total: number; entries?: number },
): Promise<number> {
  const signingKey = await signingKeyOf(payload);
  const log = createReleaseLog(payload);
  const head = await log.head();
  const model = await firstCause(payload);
  const copies: ReleasedRow[] = [];
  for (let made = 0; head + made < total;) {
    const upTo = Math.min(made + BATCH, total - head);
    const before = [...copies];
    await transact(payload, async (req) => {
      copies.splice(0, copies.length, ...before);
      for (let i = made; i < upTo; i += 1) {
        const live = copies[i % entries] ?? null;
        const row = live ? again(live, i) : copyOf(model, i);
        const seq = await appendRow(req, row, { live, signingKey });
        copies[i % entries] = { ...row, seq };
      }
    });
    made = upTo;
  }
  return log.head();
}

async function firstCause(payload: Payload): Promise<ReleasedRow> {
  const log = createReleaseLog(payload);
  for (let since = 0, head = await log.head(); since < head; since += 100) {
    for (const row of await log.after(since, 100)) if (row.kind === 'released' && row.type === 'cause') return row;
  }
  throw new Error('seed the library first');
}

function copyOf(model: ReleasedRow, i: number): ReleasedRow {
  const uid = uuidv7();
  const names = { uid, slug: `copy-${uid}`, title: `Copy ${i}` };
  const { hash: revision } = toRevision({ ...model.snapshot, ...names });
  return { ...model, ...names, snapshot: { ...model.snapshot, ...names }, revision };
}

const again = (row: ReleasedRow, i: number): ReleasedRow => ({
  ...row,
  version: `1.${i}`,
  changeKind: 'minor',
  changeNote: `Release ${i}`,
});
