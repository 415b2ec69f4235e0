import type { PayloadRequest } from 'payload';
import { TransientError } from '../database/transact.ts';
import { CodedError } from '../model/errors.ts';
import type { Release, ReleasedRow, WithdrawnRow } from '../model/release-row.ts';
import { signRelease, type SigningKey } from './signature.ts';
import { rememberPublicKey } from './signing-key.ts';

const COUNTER = 'release-log';

/** A row as its writer knows it: the log itself gives position and signature. */
export type NewRow = Omit<ReleasedRow, 'seq' | 'signature'> | Omit<WithdrawnRow, 'seq' | 'signature'>;

/**
 * Appends a row to the log in the caller's transaction: the row that readers had until now is live no more, the
 * web address and the key are remembered. The only writer of `releases`. Returns its log position. Throws
 * `slug-taken`.
 */
export async function appendRow(
  req: PayloadRequest,
  row: NewRow,
  { live, signingKey }: { live: Release | null; signingKey: SigningKey },
): Promise<number> {
  const { db } = req.payload;
  const seq = await nextSeq(req);
  const approvals = row.kind === 'released' ? row.approvals : [];
  const { uid, revision: hash, version, releasedAt } = row;
  const signature = await signRelease({ uid, hash, version, approvals, releasedAt }, signingKey);
  if (live) {
    await db.updateOne({ collection: 'releases', where: { seq: { equals: live.seq } }, data: { live: false }, req });
  }
  const reviewDue = row.kind === 'released' && row.reviewDue ? `${row.reviewDue}T00:00:00.000Z` : null;
  await db.create({ collection: 'releases', data: { ...row, seq, signature, reviewDue }, req });
  await rememberAddress(req, row, seq);
  await rememberPublicKey(req, signingKey);
  return seq;
}

/** The next log position. Taken inside the transaction, so a rollback gives it back: no gaps. */
async function nextSeq(req: PayloadRequest): Promise<number> {
  const { db } = req.payload;
  const where = { name: { equals: COUNTER } };
  const counter = await db.findOne<{ id: string | number; position: number }>({ collection: 'cursors', where, req });
  if (!counter) return startCounting(req);
  const position = counter.position + 1;
  await db.updateOne({ collection: 'cursors', id: counter.id, data: { position }, req });
  return position;
}

async function startCounting(req: PayloadRequest): Promise<number> {
  try {
    await req.payload.db.create({ collection: 'cursors', data: { name: COUNTER, position: 1 }, req });
    return 1;
  } catch (cause) {
    // Of two first releases at once one makes the counter; the other starts over and counts on.
    throw new TransientError('another release has just begun the log', { cause });
  }
}

async function rememberAddress(req: PayloadRequest, { type, slug, uid }: NewRow, seq: number): Promise<void> {
  const { db } = req.payload;
  const address = `${type}/${slug}`;
  const known = await db.findOne<{ id: string | number; uid: string }>({
    collection: 'slug-history',
    where: { address: { equals: address } },
    req,
  });
  if (!known) await db.create({ collection: 'slug-history', data: { address, uid, seq }, req });
  else if (known.uid !== uid) throw new CodedError('slug-taken', `The address ${address} belongs to another entry.`);
}
