import { setTimeout as pause } from 'node:timers/promises';
import { deliver } from './deliver.ts';
import type { EmailContext } from './email-context.ts';
import type { Turn } from './record-turn.ts';
import type { Delivery } from './store/delivery.ts';

/** How a worker that is asked to end tells its mail. */
export interface Halt {
  /** no further mail is taken up */
  claiming: AbortSignal;
  /** what is on the wire is cut off */
  wire: AbortSignal;
}

/** Kinds that a lane is kept for. */
const KEEPS_A_LANE: readonly Delivery['kind'][] = ['correction', 'confirmation'];
/** Mails looked up at once. */
const AHEAD = 25;
/** What has become due meanwhile is seen this soon, however long another mail takes. */
const LOOK_AGAIN_MS = 1000;

/**
 * Sends what is due, corrections before confirmations before notices before lessons, until nothing is. Mails go side by
 * side in lanes, one of which no lesson or notice may take: neither a slow lesson nor a slow server keeps a correction
 * waiting while there is a lane. `onTurn` hears that it goes on, each second or more often. Ends early when the mail server rests or `halt` asks for it, after what is under way.
 */
export async function sendDue(context: EmailContext, halt?: Halt, onTurn?: () => void): Promise<Turn[]> {
  const { breaker, transport, now, store } = context;
  const lanes = new Map<string, { kind: Delivery['kind']; ends: Promise<void> }>();
  const turns: Turn[] = [];
  // What was put back to be looked at again is left to the next pass, so that a pass has an end.
  const tried = new Set<string>();
  let queue: Delivery[] = [];
  let lookedAt = -Infinity;

  const free = () => breaker.allows(transport.concurrency, now()) - lanes.size;
  const lookUp = async () => {
    if (queue.length > 0 && performance.now() - lookedAt < LOOK_AGAIN_MS) return;
    lookedAt = performance.now();
    queue = (await store.deliveries.due(now(), AHEAD)).filter(({ uid }) => !tried.has(uid));
  };
  const takeNext = (): Delivery | null => {
    const others = [...lanes.values()].filter(({ kind }) => !KEEPS_A_LANE.includes(kind)).length;
    const mayTakeOther = others < Math.max(1, transport.concurrency - 1);
    const at = queue.findIndex(({ kind }) => KEEPS_A_LANE.includes(kind) || mayTakeOther);
    return at < 0 ? null : (queue.splice(at, 1)[0] ?? null);
  };
  const start = (delivery: Delivery) => {
    const { uid, kind } = delivery;
    tried.add(uid);
    const ends = deliver(context, delivery, halt?.wire)
      .catch((error: unknown) => report(context, delivery, error))
      .then((turn) => {
        turns.push(turn);
        lanes.delete(uid);
      });
    lanes.set(uid, { kind, ends });
  };

  try {
    while (!isAsked(halt)) {
      onTurn?.();
      if (free() > 0) await lookUp();
      while (free() > 0 && !isAsked(halt)) {
        const next = takeNext();
        if (!next) break;
        start(next);
      }
      if (lanes.size === 0) break;
      await aLaneEnds(lanes.values());
    }
  } finally {
    await Promise.all([...lanes.values()].map(({ ends }) => ends));
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
