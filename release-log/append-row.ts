import type { PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { TransientError } from '../database/transact.ts';
import { CodedError } from '../model/errors.ts';
import { indexColumns, NO_INDEX_COLUMNS } from '../model/index-columns.ts';
import {
  hashOfCanonical,
  signedRow,
  type Release,
  type ReleasedRow,
  type SignedRow,
  type WithdrawnRow,
} from '../model/release-row.ts';
import { toColumns } from './columns.ts';
import { signRow, type SigningKey } from './signature.ts';
import { rememberPublicKey } from './signing-key.ts';

const COUNTER = 'release-log';

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
  | Pick<WithdrawnRow, Known | 'kind' | 'reason' | 'replacedBy'>;

/** The end of the log: where the next row is linked to. */
interface Head {
  /** database id of the counter's row; null when the log is empty */
  counter: string | number | null;
  logId: string;
  seq: number;
  /** row hash of the last row; null when there is none */
  hash: string | null;
}

/**
 * Appends a row to the log in the caller's transaction: numbered, linked to the row before it by its hash, and
 * signed whole. The row that readers had until now is live no more; the web address and the key are remembered.
 * The only writer of `releases`. Returns its log position. Throws `slug-taken`.
 */
export async function appendRow(
  req: PayloadRequest,
  row: NewRow,
  { live, signingKey }: { live: Pick<Release, 'seq'> | null; signingKey: SigningKey },
): Promise<number> {
  const { db } = req.payload;
  const head = await readHead(req);
  const isReleased = row.kind === 'released';
  const summary = isReleased ? storableText(indexColumns(row.snapshot).summary) : null;
  const signed = signedRow.parse(storable(toSigned(row, head, summary)));
  const { signature, hash } = await signRow(signed, signingKey);
  await moveHead(req, head, hash);
  if (live) {
    await db.updateOne({ collection: 'releases', where: { seq: { equals: live.seq } }, data: { live: false }, req });
  }
  await db.create({
    collection: 'releases',
    data: toColumns(signed, { summary, snapshot: isReleased ? row.snapshot : null, signature, live: isReleased }),
    req,
  });
  await rememberAddress(req, row, signed.seq);
  await rememberPublicKey(req, signingKey);
  return signed.seq;
}

function toSigned(row: NewRow, head: Head, summary: string | null): SignedRow {
  const place = { logId: head.logId, seq: head.seq + 1, previous: head.hash };
  if (row.kind === 'withdrawn') {
    return { ...row, ...place, ...NO_INDEX_COLUMNS, references: [], figures: [], approvals: [], ...NOT_REVIEWED };
  }
  const { snapshot, ...known } = row;
  const summaryHash = hashOfCanonical(summary ?? '');
  return { ...known, ...place, ...indexColumns(snapshot), summaryHash, reason: null, replacedBy: null };
}

const NOT_REVIEWED = { reviewedAt: null, reviewDue: null } as const;

/** Without what a database would change in storing it: lone surrogates and NUL. */
const storable = (row: SignedRow): unknown =>
  JSON.parse(JSON.stringify(row), (_key, value: unknown) => (typeof value === 'string' ? storableText(value) : value));

const storableText = (text: string): string => Buffer.from(text).toString().replaceAll('\0', '');

/** Read inside the transaction, so a rollback gives the position back: no gaps. */
async function readHead(req: PayloadRequest): Promise<Head> {
  const counter = await req.payload.db.findOne<Counter>({
    collection: 'cursors',
    where: { name: { equals: COUNTER } },
    req,
  });
  if (!counter) return { counter: null, logId: uuidv7(), seq: 0, hash: null };
  return { counter: counter.id, logId: counter.logId ?? uuidv7(), seq: counter.position, hash: counter.hash ?? null };
}

interface Counter {
  id: string | number;
  position: number;
  logId?: string | null;
  hash?: string | null;
}

async function moveHead(req: PayloadRequest, { counter, logId, seq }: Head, hash: string): Promise<void> {
  const { db } = req.payload;
  const data = { position: seq + 1, logId, hash };
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
