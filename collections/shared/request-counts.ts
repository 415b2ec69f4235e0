import { createHmac, hkdfSync } from 'node:crypto';
import type { Payload, Where, WhereField } from 'payload';
import type { Limit, RequestCounts } from '../../model/limits.ts';

const COLLECTION = 'request-counts';
/** A counter may be made or removed by another between two looks at it. */
const TRIES = 3;

interface Counter {
  id: number | string;
  count: number;
}

/**
 * Counts in the database. A name is kept as a hash with a key of `secret`, in a row for each window of time; what has
 * run out is removed when a new row is made. Must not be called inside a transaction.
 */
export function createRequestCounts({ db }: Pick<Payload, 'db'>, secret: string, now: () => Date): RequestCounts {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'imprimatur/request-counts', 32));
  const hash = (name: string) => createHmac('sha256', key).update(name).digest('base64url');
  const windowOf = (what: string, name: string, { minutes }: Limit) => {
    const length = minutes * 60_000;
    const ends = Math.floor(now().getTime() / length) * length + length;
    return { counterKey: `${what}|${ends}|${hash(name)}`, ends };
  };
  const read = (counterKey: string) =>
    db.findOne<Counter>({ collection: COLLECTION, where: { counterKey: { equals: counterKey } } });
  // The database itself counts: whoever read the number first and then wrote it would lose against many at once, and be
  // told that the limit is reached.
  const isStepped = async (counterKey: string, count: WhereField, step: number): Promise<boolean> => {
    const changed: unknown = await db.updateOne({
      collection: COLLECTION,
      where: { and: [{ counterKey: { equals: counterKey } }, { count }] },
      data: { count: { $inc: step } },
      options: { atomic: true },
    });
    // Each adapter answers nothing in its own way.
    return typeof changed === 'object' && changed !== null;
  };
  const isMade = async (counterKey: string, ends: number): Promise<boolean> => {
    const data = { counterKey, count: 1, until: new Date(ends).toISOString() };
    try {
      await db.create({ collection: COLLECTION, data, returning: false });
    } catch (error) {
      // The adapters word a broken unique index differently; that the row is there says it for both.
      if (await read(counterKey)) return false;
      throw error;
    }
    const over: Where = { until: { less_than_equal: now().toISOString() } };
    await db.deleteMany({ collection: COLLECTION, where: over });
    return true;
  };

  return {
    async count(what, name, limit) {
      const { counterKey, ends } = windowOf(what, name, limit);
      const wait = Math.max(1, Math.ceil((ends - now().getTime()) / 1000));
      if (limit.most < 1) return wait;
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        if (await isStepped(counterKey, { less_than: limit.most }, 1)) return null;
        const stored = await read(counterKey);
        if (stored && stored.count >= limit.most) return wait;
        if (!stored && (await isMade(counterKey, ends))) return null;
      }
      return wait;
    },
    async uncount(what, name, limit) {
      await isStepped(windowOf(what, name, limit).counterKey, { greater_than: 0 }, -1);
    },
  };
}
