import { whenOrphaned } from './orphaned.ts';

/** What a process still does once it is asked to end. Next bundles a copy of its own, so the list is the process's. */
interface Ending {
  work: (() => Promise<unknown>)[];
  asked: boolean;
}

declare global {
  var imprimaturEnding: Ending | undefined;
}

const ending = (globalThis.imprimaturEnding ??= { work: [], asked: false });

/** Adds work that the process does before it ends. All of it begins at once. */
export function beforeEnding(work: () => Promise<unknown>): void {
  ending.work.push(work);
}

/**
 * Ends the process with code 0 (1 when its last work fails) on SIGTERM, SIGINT, SIGHUP, and with the npm that started it, after its last work. Called first of all, so that
 * a process is never in a state in which it does not end. Signals are often sent twice, by a terminal and by npm
 * or a supervisor: only the first one counts. Work that takes longer than `graceMs` is cut off.
 */
export function endWhenAsked({ graceMs }: { graceMs?: number } = {}): void {
  const end = async () => {
    if (ending.asked) return;
    ending.asked = true;
    if (graceMs !== undefined) setTimeout(() => process.exit(0), graceMs).unref();
    const results = await Promise.allSettled(ending.work.map((work) => work()));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    for (const failure of failures) console.error(failure);
    process.exit(failures.length > 0 ? 1 : 0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end());
  whenOrphaned(() => void end());
}
