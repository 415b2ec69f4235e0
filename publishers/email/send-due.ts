import { setTimeout as pause } from 'node:timers/promises';
import { deliver } from './deliver.ts';
import type { EmailContext } from './email-context.ts';
import type { Turn } from './record-turn.ts';
import type { Delivery } from './store/delivery.ts';
import { createTakeUp, URGENT } from './take-up.ts';

/** How a worker that is asked to end tells its mail. */
export interface Halt {
  /** no further mail is taken up */
  claiming: AbortSignal;
  /** what is on the wire is cut off */
  wire: AbortSignal;
}

/** How soon it is said that mail goes on, and what is due is looked up, however long another mail takes. */
const LOOK_AGAIN_MS = 1000;

/**
 * Sends what is due, corrections before confirmations before notices before lessons, until nothing is. Mails go side by
 * side in lanes, one of which no lesson or notice may take: neither a slow lesson nor a slow server keeps a correction
 * waiting while there is a lane. `onTurn` hears that it goes on, each second or more often. Ends early when the mail server rests or `halt` asks for it, after what is under way.
 */
export async function sendDue(context: EmailContext, halt?: Halt, onTurn?: () => void): Promise<Turn[]> {
  const { breaker, transport, now } = context;
  const lanes = new Map<string, { kind: Delivery['kind']; ends: Promise<void> }>();
  const turns: Turn[] = [];
  const hand = createTakeUp(context);

  const free = () => breaker.allows(transport.concurrency, now()) - lanes.size;
  const takeNext = (): Delivery | null => {
    const others = [...lanes.values()].filter(({ kind }) => !URGENT.includes(kind)).length;
    return hand.next(others >= Math.max(1, transport.concurrency - 1));
  };
  const start = (delivery: Delivery) => {
    const { uid, kind } = delivery;
    const ends = deliver(context, delivery, halt?.wire)
      .catch((error: unknown) => report(context, delivery, error))
      .then((turn) => {
        turns.push(turn);
        hand.ended();
        lanes.delete(uid);
      });
    lanes.set(uid, { kind, ends });
  };

  try {
    while (!isAsked(halt)) {
      onTurn?.();
      // Whether or not a lane is free: what waits behind a slow server is another worker's as soon as it can be.
      await hand.giveBackStale().catch(context.onError);
      const mayFindMore = free() > 0 && (await hand.look(free()));
      while (free() > 0 && !isAsked(halt)) {
        const next = takeNext();
        if (!next) break;
        start(next);
      }
      // What another worker was faster to take leaves more to look for.
      if (lanes.size > 0) await aLaneEnds(lanes.values());
      else if (!mayFindMore) break;
    }
  } finally {
    await Promise.all([hand.giveBack().catch(context.onError), ...[...lanes.values()].map(({ ends }) => ends)]);
  }
  return turns;
}

const isAsked = (halt: Halt | undefined): boolean => halt?.claiming.aborted === true;

async function aLaneEnds(lanes: Iterable<{ ends: Promise<void> }>): Promise<void> {
  const over = new AbortController();
  const look = pause(LOOK_AGAIN_MS, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([...[...lanes].map(({ ends }) => ends), look]);
  over.abort();
}

function report({ onError }: EmailContext, { uid, enrolmentUid, kind }: Delivery, error: unknown): null {
  onError(new Error(`${kind} ${uid} of enrolment ${enrolmentUid}: ${String(error)}`, { cause: error }));
  return null;
}
