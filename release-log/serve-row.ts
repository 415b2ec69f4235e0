import type { Payload, Where } from 'payload';
import type { Release } from '../model/release-row.ts';
import { toColumns, type Stored } from './columns.ts';
import { IntegrityError } from './integrity.ts';
import { libraryOf } from './library-of.ts';
import { createReleaseLog } from './read-rows.ts';
import { findStored } from './stored-rows.ts';

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

/**
 * How many of the rows that meet `where` readers have now: the database calls them live, and the log does not say
 * otherwise. Reads outside any transaction, no texts.
 */
export async function countServed(payload: Payload, where: Where): Promise<number> {
  const isMarked: Where = { and: [where, { live: { equals: true } }] };
  const rows = await findStored({ payload }, isMarked, { limit: 0, select: { seq: true, uid: true } });
  const library = await libraryOf(payload).current();
  return rows.filter(({ seq, uid }) => library.live(String(uid))?.seq === Number(seq)).length;
}
