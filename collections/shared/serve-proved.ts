import {
  NotFound,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload';
import { CodedError } from '../../model/errors.ts';
import type { Stored } from '../../release-log/columns.ts';
import { countServed, servedRow } from '../../release-log/serve-row.ts';
import { roleOf } from './access.ts';

/** Rows of the log that one request can get, with their texts. */
const MOST_ROWS = 100;
const ROWS = 10;

/** What Payload's find is asked, as far as it is bounded here. */
interface Asked {
  limit?: unknown;
  pagination?: boolean;
}

/** An operation of Payload, whatever it is called. */
interface Told {
  args: object;
  operation: string;
  overrideAccess?: boolean | undefined;
}

/** The same once it is done. */
interface Done extends Told {
  req: PayloadRequest;
  result: unknown;
}

/** What Payload's count is asked; it has looked at `where` by then. */
interface Counted {
  where?: Where;
}

interface FoundRows {
  docs: Stored[];
  unverified?: number[];
}

/**
 * Reads whole rows, because a part proves nothing: what a request selects is not listened to. Whoever asks from
 * outside gets at most `MOST_ROWS` at once, however they ask.
 */
export const readWholeRows: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }: Told) => {
  if (operation === 'readDistinct') throw new CodedError('not-allowed', 'The log is read by whole rows.');
  if (operation !== 'read') return;
  Object.assign(args, { select: undefined, populate: undefined, joins: false, depth: 0 });
  if (overrideAccess !== true) Object.assign(args, bounded(args));
};

function bounded({ limit = ROWS }: Asked): Asked {
  const asked = Math.trunc(Number(limit));
  return { limit: asked >= 1 && asked <= MOST_ROWS ? asked : MOST_ROWS, pagination: true };
}

/**
 * Hands out what the log proves and nothing else, and without a login only what readers have. A single row that does
 * not verify is refused with `integrity`. A list goes on without it and names its position in `unverified`: one row
 * that was tampered with must not take the rest away, and no list may look whole that is not. A count without a login
 * is of what readers have; the staff's is of rows.
 */
export const serveProved: CollectionAfterOperationHook = async (done: Done) => {
  const { args, operation, overrideAccess, req, result } = done;
  const isTrusted = overrideAccess === true || roleOf(req) !== null;
  // REST and GraphQL say nothing of access; our own code, the admin's pages among it, does.
  const isInside = (args as { overrideAccess?: boolean }).overrideAccess !== undefined;
  const isFor = ({ live }: Stored) => isTrusted || live === true;
  if (result === null || (operation === 'count' && isTrusted)) return result;
  if (operation === 'count') return { totalDocs: await countServed(req.payload, (args as Counted).where ?? {}) };
  if (operation === 'find') {
    const found = await proved(req.payload, result as FoundRows, isFor);
    return isInside ? found : { ...found, docs: found.docs.map(withoutId) };
  }
  if (operation !== 'findByID') throw new CodedError('not-allowed', 'The log is read row by row.');
  const row = await servedRow(req.payload, result as Stored);
  if (!isFor(row)) throw new NotFound(req.t);
  return isInside ? row : withoutId(row);
};

/** The database's id is another on every database. The admin's pages are found by it; all others have `seq`. */
function withoutId({ id: _id, ...row }: Stored): Omit<Stored, 'id'> {
  return row;
}

async function proved(payload: Payload, found: FoundRows, isFor: (row: Stored) => boolean): Promise<FoundRows> {
  const docs: Stored[] = [];
  const unverified: number[] = [];
  for (const doc of found.docs) {
    try {
      const row = await servedRow(payload, doc);
      if (isFor(row)) docs.push(row);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'integrity') throw error;
      unverified.push(Number(error.details.seq));
    }
  }
  return { ...found, docs, ...(unverified.length > 0 ? { unverified } : {}) };
}
