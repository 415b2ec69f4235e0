import type { Where } from 'payload';
import { count, type Documents } from './documents.ts';

/** Counts shared by all processes. */
export interface Counters {
  /** One more, unless there are `most` already: false then. Nothing of it is kept after `until`. */
  countUp(counterKey: string, most: number, time: { now: Date; until: Date }): Promise<boolean>;
}

/** Racers that lose more often than this are many at once, which is what a limit is for. */
const TRIES = 20;

export function createCounters(documents: Documents): Counters {
  const named = (counterKey: string): Where => ({ counterKey: { equals: counterKey } });
  return {
    async countUp(counterKey, most, { now, until }) {
      const fresh = { counterKey, count: 1, until: until.toISOString() };
      if (most > 0 && (await documents.insertOnce('sign-up-counts', 'counterKey', fresh))) {
        await documents.remove('sign-up-counts', { until: { less_than_equal: now.toISOString() } });
        return true;
      }
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const stored = await documents.findOne('sign-up-counts', named(counterKey));
        const known = stored ? count(stored, 'count') : most;
        if (known >= most) return false;
        const same = { and: [named(counterKey), { count: { equals: known } }] };
        if (await documents.change('sign-up-counts', same, { count: known + 1 })) return true;
      }
      return false;
    },
  };
}
