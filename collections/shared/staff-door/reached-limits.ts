import { LRUCache } from 'lru-cache';
import type { RequestCounts } from '../../../model/limits.ts';

/** Limits kept in mind at once; of those that are forgotten the database is asked again. */
const MOST = 10_000;

/**
 * Remembers of limits that nothing is taken back from that they are reached, until they are not: a storm of requests
 * beyond them asks the database for nothing. What it answers counts with the given `counts`, for this process alone.
 */
export function reachedLimits(now: () => Date): (counts: RequestCounts) => Pick<RequestCounts, 'count'> {
  /** until when, in ms since the epoch */
  const reached = new LRUCache<string, number>({ max: MOST });
  return (counts) => ({
    async count(what, name, limit) {
      const key = `${what}\0${name}`;
      const left = Math.ceil(((reached.get(key) ?? 0) - now().getTime()) / 1000);
      // A clock that was set back is no reason to wait longer than the limit's time.
      if (left > 0 && left <= limit.minutes * 60) return left;
      const wait = await counts.count(what, name, limit);
      if (wait !== null) reached.set(key, now().getTime() + wait * 1000);
      return wait;
    },
  });
}
