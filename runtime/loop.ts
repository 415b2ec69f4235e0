/** Work that is done again and again until it is stopped. */
export interface Loop {
  /** Begins no further round; ends when the one under way has ended. */
  stop: () => Promise<void>;
}

/** Does `work`, rests, and does it again. `work` says itself what it fails with. */
export function startLoop(work: () => Promise<void>, restMs: number): Loop {
  let stopped = false;
  const isStopped = () => stopped;
  let wake: () => void = () => undefined;
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    while (!isStopped()) {
      await work();
      if (!isStopped()) await rest();
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
