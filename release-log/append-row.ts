import type { PayloadRequest } from 'payload';
import { afterCommit } from '../database/after-commit.ts';
import { isDuplicate } from '../database/is-duplicate.ts';
import { TransientError } from '../database/transact.ts';
import { CodedError } from '../model/errors.ts';
import { indexColumns, NO_INDEX_COLUMNS } from '../model/index-columns.ts';
import {
  canonicalRow,
  hashOfCanonical,
  signedRow,
  type Release,
  type ReleasedRow,
  type SignedRow,
  type WithdrawnRow,
} from '../model/release-row.ts';
import { toColumns } from './columns.ts';
import { COUNTER, readHead, type Head } from './log-head.ts';
import { tellOwnCommit } from './own-commits.ts';
import { signRow, type SigningKey } from './signature.ts';

type Known =
  | 'type'
  | 'uid'
  | 'slug'
  | 'title'
  | 'version'
  | 'revision'
  | 'changeKind'
  | 'changeNote'
  | 'firstReleasedAt'
  | 'releasedAt'
  | 'locale';

/** A row as its writer knows it: the log itself gives its place in the chain, what an index needs, and the signature. */
export type NewRow =
  | Pick<ReleasedRow, Known | 'kind' | 'snapshot' | 'approvals' | 'reviewedAt' | 'reviewDue'>
  | Pick<WithdrawnRow, Known | 'kind' | 'reason' | 'publicNote' | 'replacedBy'>;

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
  const summary = isReleased ? storableText(indexColumns(row.snapshot).summary) : null;
  const signed = canonicalised(toSigned(row, head, summary));
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

function toSigned(row: NewRow, head: Head, summary: string | null): SignedRow {
  const place = { logId: head.logId, seq: head.seq + 1, previous: head.hash };
  if (row.kind === 'withdrawn') {
    return { ...row, ...place, ...NO_INDEX_COLUMNS, references: [], figures: [], approvals: [], ...NOT_REVIEWED };
  }
  const { snapshot, ...known } = row;
  const summaryHash = hashOfCanonical(summary ?? '');
  return {
    ...known,
    ...place,
    ...indexColumns(snapshot),
    summaryHash,
    reason: null,
    publicNote: null,
    replacedBy: null,
  };
}

const NOT_REVIEWED = { reviewedAt: null, reviewDue: null } as const;

/**
 * The row as it is signed: without what a database would change in storing it, and with its members in canonical
 * order at every depth, so that reading the log needs no sorting.
 */
function canonicalised(row: SignedRow): SignedRow {
  const storable: unknown = JSON.parse(JSON.stringify(row), (_key, value: unknown) =>
    typeof value === 'string' ? storableText(value) : value,
  );
  return JSON.parse(canonicalRow(signedRow.parse(storable))) as SignedRow;
}

/** Without lone surrogates and NUL, which a database would change. */
const storableText = (text: string): string => Buffer.from(text).toString().replaceAll('\0', '');

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
