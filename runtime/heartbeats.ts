import type { Payload } from 'payload';
import { z } from 'zod';
import { standingStill, STILL_AFTER_MS } from './metrics/rounds.ts';

/** What a worker says of itself, at most ten seconds ago while it lives. */
export interface Heartbeat {
  /** an id of this process alone */
  worker: string;
  host: string;
  startedAt: Date;
  beatAt: Date;
  loops: [string, { at: number; failed: boolean }][];
}

const COLLECTION = 'worker-heartbeats';
/** Workers that were not heard of for this long are gone, and nobody asks any more. */
const GONE_AFTER_MS = 60 * 60_000;

const rounds = z.array(z.tuple([z.string(), z.object({ at: z.number(), failed: z.boolean() })]));

/** Writes a heartbeat over the one before: one row per process. */
export async function writeHeartbeat({ db }: Payload, { worker, ...rest }: Heartbeat): Promise<void> {
  const data = { ...rest, startedAt: rest.startedAt.toISOString(), beatAt: rest.beatAt.toISOString() };
  const where = { worker: { equals: worker } };
  const written: unknown = await db.updateOne({ collection: COLLECTION, where, data });
  if (written === null || written === undefined) await db.create({ collection: COLLECTION, data: { worker, ...data } });
}

/** All heartbeats that are kept. What is no heartbeat has no loops. */
export async function readHeartbeats({ db }: Payload): Promise<Heartbeat[]> {
  const { docs } = await db.find<Record<string, unknown> & { id: string }>({
    collection: COLLECTION,
    pagination: false,
    limit: 1000,
    sort: '-beatAt',
  });
  return docs.map(({ worker, host, startedAt, beatAt, loops }) => ({
    worker: String(worker),
    host: String(host),
    startedAt: new Date(String(startedAt)),
    beatAt: new Date(String(beatAt)),
    loops: rounds.safeParse(loops).data ?? [],
  }));
}

/** Takes away the heartbeats of a worker that ends. */
export const removeHeartbeat = ({ db }: Payload, worker: string): Promise<unknown> =>
  db.deleteMany({ collection: COLLECTION, where: { worker: { equals: worker } } });

/** Takes away the heartbeats of workers that ended without a word. */
export const removeOldHeartbeats = ({ db }: Payload, now: number): Promise<unknown> =>
  db.deleteMany({
    collection: COLLECTION,
    where: { beatAt: { less_than: new Date(now - GONE_AFTER_MS).toISOString() } },
  });

/** Workers that were heard of lately. */
export const livingWorkers = (heartbeats: readonly Heartbeat[], now: number): Heartbeat[] =>
  heartbeats.filter(({ beatAt }) => now - beatAt.getTime() <= STILL_AFTER_MS);

/** In words, what keeps the work of workers from being done; null when somebody does each part of it. */
export function troubleOfWorkers(heartbeats: readonly Heartbeat[], now: number): string | null {
  const living = livingWorkers(heartbeats, now);
  if (living.length === 0) {
    const last = Math.max(...heartbeats.map(({ beatAt }) => beatAt.getTime()));
    const since = heartbeats.length > 0 ? ` for ${Math.floor((now - last) / 60_000)} minutes` : '';
    return `no worker was heard of${since}: nothing that is planned happens, and no mail goes out`;
  }
  const youngest = new Map<string, { at: number }>();
  for (const [loop, { at }] of living.flatMap(({ loops }) => loops))
    youngest.set(loop, { at: Math.max(at, youngest.get(loop)?.at ?? 0) });
  return standingStill(youngest, now).join('; ') || null;
}
