import type { PayloadRequest } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { hashOfCanonical } from '../model/release-row.ts';
import { continuesMark, headMarkOf } from './head-mark.ts';
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
 * so that it cannot be made to say anything that was never signed; without it the last row itself is asked.
 * Throws `IntegrityError` when neither verifies.
 */
export async function readHead(req: PayloadRequest, signingKey: SigningKey): Promise<Head> {
  const { db } = req.payload;
  const where = { name: { equals: COUNTER } };
  const counter = await db.findOne<Counter>({ collection: 'cursors', where, req });
  const place = { counter: counter?.id ?? null };
  const said = await opened(req, signingKey, counter?.signature);
  if (said) return goingOn(req, { ...place, ...said, logId: counter?.logId ?? said.logId });
  const { docs } = await db.find<Counter & { seq: number }>({
    collection: 'releases',
    sort: '-seq',
    limit: 1,
    pagination: false,
    select: { seq: true, signature: true },
    req,
  });
  const [last] = docs;
  if (!last) return { ...place, logId: uuidv7(), seq: 0, hash: null };
  const found = await opened(req, signingKey, last.signature);
  if (found?.seq !== last.seq) throw new IntegrityError(last.seq, 'the end of the log is not what was signed');
  return goingOn(req, { ...place, ...found, logId: counter?.logId ?? found.logId });
}

/**
 * The end as the next row continues it. One that lies behind what this installation has seen gets another id: the
 * positions that come now were given out before, and whoever read them must notice (ADR 0032). A mark that cannot
 * be read keeps nobody from withdrawing.
 */
async function goingOn({ payload }: PayloadRequest, head: Head): Promise<Head> {
  const kept = await headMarkOf(payload)
    .read()
    .catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'the high-water mark of the release log cannot be read' });
      return null;
    });
  return continuesMark(kept, head) ? head : { ...head, logId: uuidv7() };
}

const signedPlace = z.object({ logId: z.string(), seq: z.int() });

async function opened(
  { payload }: PayloadRequest,
  signingKey: SigningKey,
  signature: string | null | undefined,
): Promise<(Omit<Head, 'counter'> & { hash: string }) | null> {
  if (!signature) return null;
  const held =
    openSignature(signature, signingKey.trusted) ?? openSignature(signature, await trustedKeys(payload, signingKey));
  if (!held) return null;
  const { logId, seq } = signedPlace.parse(JSON.parse(held.payload));
  return { logId, seq, hash: hashOfCanonical(held.payload) };
}
