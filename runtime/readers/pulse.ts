const ASK_EVERY_MS = 5_000;
/** Half a minute: less than that a machine under load, or a garbage collection at the bounds of memory, may take. */
const MAY_MISS = 6;

export interface Pulse {
  /** the other end is there */
  felt: () => void;
  stop: () => void;
}

/**
 * Asks again and again whether the other end of something is there, and calls `onSilent` once when it has left six
 * questions in a row unanswered. Questions are counted and no time is measured: whoever asks may have been late.
 */
export function createPulse({
  ask,
  onSilent,
  everyMs = ASK_EVERY_MS,
}: {
  ask: () => void;
  onSilent: () => void;
  everyMs?: number | undefined;
}): Pulse {
  let missed = 0;
  const timer = setInterval(() => {
    if (missed >= MAY_MISS) {
      clearInterval(timer);
      onSilent();
      return;
    }
    missed += 1;
    ask();
  }, everyMs);
  timer.unref();
  return {
    felt: () => void (missed = 0),
    stop: () => {
      clearInterval(timer);
    },
  };
}
