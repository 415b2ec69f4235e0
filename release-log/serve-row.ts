import type { Payload } from 'payload';
import type { Release } from '../model/release-row.ts';
import { toColumns, type Stored } from './columns.ts';
import { IntegrityError } from './integrity.ts';
import { libraryOf } from './library-of.ts';
import { createReleaseLog } from './read-rows.ts';

/**
 * What may be handed out for a row that was found in the database: the columns of the row that stands at its place
 * in the chain, proved as for every channel, whatever the row that was found says. It is `live` where the database
 * says so and the log does not say otherwise: that mark is not signed. Reads outside any transaction. Throws
 * `IntegrityError`, and what the database throws.
 */
export async function servedRow(payload: Payload, found: Stored): Promise<Stored> {
  const seq = Number(found.seq);
  const library = await libraryOf(payload).current();
  // What came since the library looked at the head is proved by itself.
  const isNewer = seq > library.head;
  const row: Release | null = isNewer ? await createReleaseLog(payload).bySeq(seq) : await library.release(seq);
  if (!row) throw new IntegrityError(seq, 'the row is missing');
  const live = found.live === true && row.kind === 'released' && (isNewer || library.live(row.uid)?.seq === row.seq);
  const { signature, summary } = row;
  const snapshot = row.kind === 'released' ? row.snapshot : null;
  return { id: found.id, ...toColumns(row, { summary, snapshot, signature, live }) };
}
