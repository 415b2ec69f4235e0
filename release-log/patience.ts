import { within } from '../model/within.ts';

/** How long a reader waits for the database before it is told that nothing can be said, in milliseconds. */
export const PATIENCE_MS = 2_000;

/**
 * What the database answers when it answers in time, else a `TooLate`: one that hangs keeps its connection open and
 * says nothing, for as long as it likes. `what` completes "the database did not …"; of a question that was under way
 * for `waited` milliseconds already, the message counts those in.
 */
export const inPatience = <T>(
  work: Promise<T>,
  what: string,
  { ms = PATIENCE_MS, waited = 0 }: { ms?: number; waited?: number } = {},
): Promise<T> => within(ms, work, `the database did not ${what}`, waited);
