import type { Payload, PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { hashOfCanonical } from '../model/release-row.ts';
import { continuesMark, headMarkOf, type HeadMark } from './head-mark.ts';
import { IntegrityError } from './integrity.ts';
import { trustedKeys } from './public-keys.ts';
import { openSignature, type SigningKey } from './signature.ts';

/** Name of the cursor that says where the log ends. */
export const COUNTER = 'release-log';

/** The end of the log: what the next row is linked to. */
export interface Head {
  /** database id of the counter's row; null when there is none */
  counter: string | number | null;
  logId: string;
  seq: number;
  /** row hash of the last row; null when there is none */
  hash: string | null;
}

interface Counter {
  id: string | number;
  /** the log's id; another one than the last row's when the operator has begun the log anew */
  logId?: string | null;
  /** of the last row: says its position and, by its hash, all that came before */
  signature?: string | null;
}

/**
 * Where the log ends, as the transaction of `req` sees it; one read. The counter holds the last row's signature,
 * so that it cannot be made to say anything that was never signed. Without it, and where this installation has seen
 * the log further on, the last row itself is asked: an older signature put back must not keep anybody from
 * withdrawing. Throws `IntegrityError` when neither verifies.
 */
export async function readHead(req: PayloadRequest, signingKey: SigningKey): Promise<Head> {
  const { db } = req.payload;
  const mark = await readMark(req.payload);
  const where = { name: { equals: COUNTER } };
  const counter = await db.findOne<Counter>({ collection: 'cursors', where, req });
  const said = await opened(req, signingKey, counter?.signature);
  const isBehind = said !== null && mark !== null && mark !== 'damaged' && mark.seq > said.seq;
  const end = said === null || isBehind ? furthest(said, await lastRow(req, signingKey)) : said;
  const counterId = counter?.id ?? null;
  if (end === null) return { counter: counterId, logId: uuidv7(), seq: 0, hash: null };
  return goingOn({ ...end, counter: counterId, logId: counter?.logId ?? end.logId }, mark);
}

/** The last row by what was signed there; null when there is none, `unsigned` with its position when nothing was. */
async function lastRow(req: PayloadRequest, signingKey: SigningKey): Promise<Place | { unsigned: number } | null> {
  const { docs } = await req.payload.db.find<Counter & { seq: number }>({
    collection: 'releases',
    sort: '-seq',
    limit: 1,
    pagination: false,
    select: { seq: true, signature: true },
    req,
  });
  const [last] = docs;
  if (!last) return null;
  const found = await opened(req, signingKey, last.signature);
  return found?.seq === last.seq ? found : { unsigned: last.seq };
}

function furthest(said: Place | null, last: Awaited<ReturnType<typeof lastRow>>): Place | null {
  if (last === null) return said;
  if (!('unsigned' in last)) return said !== null && said.seq > last.seq ? said : last;
  if (said === null) throw new IntegrityError(last.unsigned, 'the end of the log is not what was signed');
  return said;
}

/** A mark that cannot be read keeps nobody from withdrawing. */
const readMark = (payload: Payload): Promise<HeadMark | 'damaged' | null> =>
  headMarkOf(payload)
    .read()
    .catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'the high-water mark of the release log cannot be read' });
      return null;
    });

/**
 * The end as the next row continues it. One that lies behind what this installation has seen gets another id: the
 * positions that come now were given out before, and whoever read them must notice (ADR 0032).
 */
const goingOn = (head: Head, mark: HeadMark | 'damaged' | null): Head =>
  continuesMark(mark, head) ? head : { ...head, logId: uuidv7() };

/** What a signature says of where its row stands. */
type Place = Omit<Head, 'counter'> & { hash: string };

const signedPlace = z.object({ logId: z.string(), seq: z.int() });

async function opened(
  { payload }: PayloadRequest,
  signingKey: SigningKey,
  signature: string | null | undefined,
): Promise<Place | null> {
  if (!signature) return null;
  const held =
    openSignature(signature, signingKey.trusted) ?? openSignature(signature, await trustedKeys(payload, signingKey));
  if (!held) return null;
  const { logId, seq } = signedPlace.parse(JSON.parse(held.payload));
  return { logId, seq, hash: hashOfCanonical(held.payload) };
}
