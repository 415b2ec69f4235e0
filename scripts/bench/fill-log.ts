import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { transact } from '../../database/transact.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import { toRevision } from '../../model/revision.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import type { SigningKey } from '../../release-log/signature.ts';

const BATCH = 500;

/**
 * Lengthens the log to `total` rows: copies of a live cause under names of their own, released again in turn once
 * there are `entries` of them. Written as every row is, in transactions of 500; without reviews, on a data folder
 * that is thrown away.
 */
export async function fillLog(
  payload: Payload,
  { total, entries = total, signingKey }: { total: number; entries?: number; signingKey: SigningKey },
): Promise<void> {
  const log = createReleaseLog(payload);
  const head = await log.head();
  const model = (await log.after(0, head)).find((row) => row.kind === 'released' && row.type === 'cause');
  if (model?.kind !== 'released') throw new Error('seed the library first');
  const copies: ReleasedRow[] = [];
  for (let made = 0; head + made < total;) {
    const upTo = Math.min(made + BATCH, total - head);
    await transact(payload, async (req) => {
      for (let i = made; i < upTo; i += 1) {
        const before = copies[i % entries] ?? null;
        const row = before ? again(before, i) : copyOf(model, i);
        const seq = await appendRow(req, row, { live: before, signingKey });
        copies[i % entries] = { ...row, seq };
      }
    });
    made = upTo;
  }
}

function copyOf(model: ReleasedRow, i: number): ReleasedRow {
  const names = { uid: uuidv7(), slug: `copy-${i}`, title: `Copy ${i}` };
  const { hash: revision } = toRevision({ ...model.snapshot, ...names });
  return { ...model, ...names, snapshot: { ...model.snapshot, ...names }, revision };
}

const again = (row: ReleasedRow, i: number): ReleasedRow => ({
  ...row,
  version: `1.${i}`,
  changeKind: 'minor',
  changeNote: `Release ${i}`,
});
