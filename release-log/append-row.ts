import type { PayloadRequest } from 'payload';
import { afterCommit } from '../database/after-commit.ts';
import { isDuplicate } from '../database/is-duplicate.ts';
import { TransientError } from '../database/transact.ts';
import { CodedError } from '../model/errors.ts';
import type { Release } from '../model/release-row.ts';
import { toColumns } from './columns.ts';
import { COUNTER, readHead, type Head } from './log-head.ts';
import { tellOwnCommit } from './own-commits.ts';
import { signedForm, type NewRow } from './signed-form.ts';
import { signRow, type SigningKey } from './signature.ts';

/**
 * Appends a row to the log in the caller's transaction: numbered, linked to the row before it by its hash, and
 * signed whole. The row that readers had until now is live no more; the web address is remembered. The only writer
 * of `releases`. Returns its log position. Throws `slug-taken`, and `IntegrityError` when the end of the log is not
 * what was signed: nothing is built on that.
 */
export async function appendRow(
  req: PayloadRequest,
  row: NewRow,
  {
    live,
    signingKey,
    isFirst = false,
  }: {
    live: Pick<Release, 'seq' | 'type' | 'slug'> | null;
    signingKey: SigningKey;
    /** the entry has no row yet, so that it cannot have had the address before */
    isFirst?: boolean;
  },
): Promise<number> {
  const { db } = req.payload;
  const head = await readHead(req, signingKey);
  const isReleased = row.kind === 'released';
  const { signed, summary } = signedForm(row, head);
  const { signature } = await signRow(signed, signingKey);
  await moveHead(req, head, { logId: signed.logId, signature });
  if (live) {
    await db.updateOne({ collection: 'releases', where: { seq: { equals: live.seq } }, data: { live: false }, req });
  }
  await db.create({
    collection: 'releases',
    data: toColumns(signed, { summary, snapshot: isReleased ? row.snapshot : null, signature, live: isReleased }),
    req,
  });
  // The address that readers have now was remembered with its first release.
  if (live?.type !== row.type || live.slug !== row.slug) await rememberAddress(req, row, signed.seq, isFirst);
  afterCommit(req, () => tellOwnCommit(req.payload));
  return signed.seq;
}

async function moveHead(
  req: PayloadRequest,
  { counter, seq }: Head,
  { logId, signature }: { logId: string; signature: string },
): Promise<void> {
  const { db } = req.payload;
  const data = { position: seq + 1, logId, signature };
  if (counter !== null) {
    await db.updateOne({ collection: 'cursors', id: counter, data, req });
    return;
  }
  try {
    await db.create({ collection: 'cursors', data: { name: COUNTER, ...data }, req });
  } catch (cause) {
    // Of two first releases at once one makes the counter; the other starts over and counts on.
    throw new TransientError('another release has just begun the log', { cause });
  }
}

/** The database keeps an address for one entry alone, whatever was asked before. */
async function rememberAddress(
  req: PayloadRequest,
  { type, slug, uid }: NewRow,
  seq: number,
  isFirst: boolean,
): Promise<void> {
  const { db } = req.payload;
  const address = `${type}/${slug}`;
  const taken = () => new CodedError('slug-taken', `The address ${address} belongs to another entry.`);
  const known = isFirst
    ? null
    : await db.findOne<{ id: string | number; uid: string }>({
        collection: 'slug-history',
        where: { address: { equals: address } },
        req,
      });
  if (known && known.uid !== uid) throw taken();
  if (known) return;
  try {
    await db.create({ collection: 'slug-history', data: { address, uid, seq }, req });
  } catch (error) {
    throw isDuplicate(error) ? taken() : error;
  }
}
