import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { committed } from './after-commit.ts';

const ATTEMPTS = 10;

/**
 * Runs work as one transaction: all of it is committed or none. When the database answers that another
 * transaction was in the way (normal on MongoDB under load), the whole work runs again, at most ten times;
 * so work must have no effect outside the database, and must not call this function. Throws what the work
 * throws.
 */
export async function transact<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  { user = null, random = Math.random }: { user?: PayloadRequest['user']; random?: () => number } = {},
): Promise<T> {
  return persevere(payload, () => once(payload, work, user), random);
}

/**
 * Runs work until no other transaction is in its way, at most ten times. Those that share `queue` and were in each
 * other's way try again one after the other. Throws what the work throws.
 */
export async function persevere<T>(queue: object, run: () => Promise<T>, random: () => number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (attempt === 1 ? run() : inTurn(queue, run));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, random() * 20 * 2 ** Math.min(attempt, 5)));
    }
  }
}

async function once<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  user: PayloadRequest['user'],
): Promise<T> {
  const req = await createLocalReq({ ...(user ? { user } : {}) }, payload);
  try {
    await initTransaction(req);
    const result = await work(req);
    await commitTransaction(req);
    committed(req);
    return result;
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
}

const turns = new WeakMap<object, Promise<unknown>>();

/** Those who were in each other's way try again one after the other, so that of many at once each gets through. */
function inTurn<T>(queue: object, run: () => Promise<T>): Promise<T> {
  const turn = (turns.get(queue) ?? Promise.resolve()).then(run);
  turns.set(
    queue,
    // The next one waits for the end of this turn, however it ends; its failure is for whoever asked for it.
    turn.catch(() => undefined),
  );
  return turn;
}

/** Thrown by work that found another transaction in its way and should run again. */
export class TransientError extends Error {}

/**
 * True for errors that mean "somebody else was writing, try again" on either database. Who found the file of SQLite
 * busy has waited already, and long enough (`model/database-trouble.ts`).
 */
export function isTransient(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TransientError) return true;
    const { code, errorLabels, hasErrorLabel } = cause as Error & {
      code?: unknown;
      errorLabels?: unknown;
      hasErrorLabel?: (label: string) => boolean;
    };
    if (
      typeof hasErrorLabel === 'function' &&
      cause instanceof Error &&
      hasErrorLabel.call(cause, 'TransientTransactionError')
    )
      return true;
    if (Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')) return true;
    if (code === 112 || /WriteConflict|Write conflict/i.test(cause.message)) return true;
  }
  return false;
}
