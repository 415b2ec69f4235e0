import type { Payload, PayloadRequest } from 'payload';
import { afterCommit } from '../database/after-commit.ts';
import { isDuplicate } from '../database/is-duplicate.ts';
import { TransientError } from '../database/transact.ts';
import { CodedError } from '../model/errors.ts';
import { manyRowsOf, RowInTheWay, type Row, type WriteTogether } from '../model/many-rows.ts';
import type { Release, SignedRow } from '../model/release-row.ts';
import { toColumns } from './columns.ts';
import { COUNTER, isSameEnd, readHead, type Head } from './log-head.ts';
import { tellOwnCommit } from './own-commits.ts';
import { signedForm, type IndexColumns, type LogPlace, type NewRow } from './signed-form.ts';
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

/** A row of many that are appended at once. */
export interface RowAmongMany {
  row: NewRow;
  live: Pick<Release, 'seq' | 'type' | 'slug'> | null;
  /** `indexOf` the row */
  index: IndexColumns | null;
  /** the entry has this web address in the database already */
  hasAddress: boolean;
}

/** Rows that were given their places after an end of the log, and signed for them. */
export interface SignedRows {
  end: Head;
  rows: { signed: SignedRow; signature: string }[];
  write: WriteTogether;
}

/** The end of the log has moved since rows were signed for places after it. */
export class EndHasMoved extends Error {}

/**
 * Signs rows for the places after this end of the log, in their order, without writing anything. `breathe` is called
 * before each: signing a thousand takes a while.
 */
export async function signRows(
  { db }: Payload,
  end: Head,
  given: readonly RowAmongMany[],
  { signingKey, breathe }: { signingKey: SigningKey; breathe: () => Promise<void> },
): Promise<SignedRows> {
  const rows: (SignedRows['rows'][number] & { columns: Row; given: RowAmongMany })[] = [];
  let at: LogPlace = end;
  for (const one of given) {
    await breathe();
    const { row } = one;
    const isReleased = row.kind === 'released';
    const { signed, summary } = signedForm(row, at, one.index);
    const { signature, hash } = await signRow(signed, signingKey);
    const columns = toColumns(signed, {
      summary,
      snapshot: isReleased ? row.snapshot : null,
      signature,
      live: isReleased,
    });
    rows.push({ signed, signature, columns, given: one });
    at = { logId: signed.logId, seq: signed.seq, hash };
  }
  const replaced = rows.flatMap(({ given: { live } }) => live ?? []);
  const addressed = rows.filter((one) => !one.given.hasAddress).map(({ signed }) => signed);
  const write = await manyRowsOf(db).readyTogether([
    {
      collection: 'releases',
      change: replaced.map(({ seq }) => ({ expect: { seq }, set: { live: false } })),
      create: rows.map(({ columns }) => columns),
    },
    {
      collection: 'slug-history',
      create: addressed.map((row) => ({ address: addressOf(row), uid: row.uid, seq: row.seq })),
    },
  ]);
  return { end, rows, write };
}

/**
 * Appends signed rows to the log in the caller's transaction, as `appendRow` does each: all of them where the log still
 * ends as it did when they were signed. Throws `EndHasMoved` when it does not, `slug-taken`, and `IntegrityError`.
 */
export async function appendSigned(
  req: PayloadRequest,
  { end, rows, write }: SignedRows,
  signingKey: SigningKey,
): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  const found = await readHead(req, signingKey);
  if (!isSameEnd(end, found)) throw new EndHasMoved('the log goes on from another row by now');
  const { seq, logId } = last.signed;
  await moveHead(req, { ...found, seq: seq - 1 }, { logId, signature: last.signature });
  try {
    await write(req);
  } catch (cause) {
    if (!(cause instanceof RowInTheWay)) throw cause;
    if (cause.collection === 'slug-history')
      throw new CodedError('slug-taken', 'The web address of one of these belongs to another entry.');
    throw new EndHasMoved('the log has another row here by now', { cause });
  }
  afterCommit(req, () => tellOwnCommit(req.payload));
}

async function moveHead(
  req: PayloadRequest,
  { counter, seq }: Pick<Head, 'counter' | 'seq'>,
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
async function rememberAddress(req: PayloadRequest, row: NewRow, seq: number, isFirst: boolean): Promise<void> {
  if (!isFirst && (await ownsAddress(req, row))) return;
  const { db } = req.payload;
  try {
    await db.create({ collection: 'slug-history', data: { address: addressOf(row), uid: row.uid, seq }, req });
  } catch (error) {
    throw isDuplicate(error) ? addressTaken(row) : error;
  }
}

/**
 * True when the web address of a row that may be appended is remembered as its entry's. Throws `slug-taken` when it is
 * another's.
 */
export async function hasAddress(
  req: PayloadRequest,
  row: NewRow,
  { live, last }: { live: Pick<Release, 'type' | 'slug'> | null; last: object | null },
): Promise<boolean> {
  if (live?.type === row.type && live.slug === row.slug) return true;
  return last !== null && ownsAddress(req, row);
}

async function ownsAddress(req: PayloadRequest, row: NewRow): Promise<boolean> {
  const known = await req.payload.db.findOne<{ id: string | number; uid: string }>({
    collection: 'slug-history',
    where: { address: { equals: addressOf(row) } },
    req,
  });
  if (known && known.uid !== row.uid) throw addressTaken(row);
  return known !== null;
}

const addressOf = ({ type, slug }: Pick<NewRow, 'type' | 'slug'>): string => `${type}/${slug}`;
const addressTaken = (row: NewRow): CodedError =>
  new CodedError('slug-taken', `The address ${addressOf(row)} belongs to another entry.`);
