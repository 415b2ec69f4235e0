import { deliver } from './deliver.ts';
import type { EmailContext } from './email-context.ts';
import { planLessons } from './plan-lessons.ts';
import { recoverAbandoned } from './recover.ts';
import type { Turn } from './record-turn.ts';
import type { Delivery } from './store/delivery.ts';

/** What one pass did, in numbers of deliveries. */
export interface PassReport {
  /** accepted by the mail server */
  sent: number;
  /** rejected for good */
  failed: number;
  deferred: number;
  uncertain: number;
  suppressed: number;
  /** lessons put into the ledger */
  planned: number;
  /** taken over from workers that stopped */
  recovered: number;
}

const BATCH = 100;
const BATCHES = 5;

/** One bounded pass over everything that is due. Any number of workers may run it at once. */
export async function runDue(context: EmailContext): Promise<PassReport> {
  const recovered = await recoverAbandoned(context);
  const planned = await planLessons(context);
  const turns = await deliverAll(context);
  const counted = (state: Turn) => turns.filter((turn) => turn === state).length;
  return {
    sent: counted('accepted'),
    failed: counted('rejected'),
    deferred: counted('deferred'),
    uncertain: counted('uncertain'),
    suppressed: counted('suppressed'),
    planned,
    recovered,
  };
}

async function deliverAll(context: EmailContext): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const due = await context.store.deliveries.due(context.now(), BATCH);
    turns.push(...(await inParallel(context, due)));
    if (due.length < BATCH) break;
  }
  return turns;
}

async function inParallel(context: EmailContext, due: Delivery[]): Promise<Turn[]> {
  const queue = [...due];
  const turns: Turn[] = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      turns.push(await deliver(context, next).catch((error: unknown) => report(context, error)));
  };
  await Promise.all(Array.from({ length: context.transport.concurrency }, work));
  return turns;
}

const report = ({ onError }: EmailContext, error: unknown): null => {
  onError(error);
  return null;
};
