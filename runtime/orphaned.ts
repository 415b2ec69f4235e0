import { startedByNpm } from '../env.ts';

const LOOK_EVERY_MS = 250;

/**
 * Calls `end` once when npm started this process and the process that started it is gone. npm hands a signal to
 * the shell in which it runs a command, and that shell ends without telling the command: without this, ending npm
 * leaves a server behind. Whoever starts a process without npm may leave it running.
 */
export function whenOrphaned(end: () => void): void {
  if (!startedByNpm()) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, LOOK_EVERY_MS);
  timer.unref();
}
