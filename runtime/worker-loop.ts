import type { Payload } from 'payload';
import { runClock } from '../editorial/run-clock.ts';
import { follow } from '../publishers/follow.ts';
import type { Publishers } from '../publishers/index.ts';
import { createTeller, failuresIn } from './tell-once.ts';

/** How long the loop rests between two rounds, in milliseconds. */
const REST_MS = 1000;

/**
 * Rounds of what time and the log bring: the editorial clock, effects along the log, due mail. Any number of
 * processes may run it. What fails is logged once and tried again each round; `stop` ends after the round under way.
 */
export function startWorkerLoop({ payload, channels }: { payload: Payload; channels: Publishers }): {
  stop: () => Promise<void>;
} {
  let stopped = false;
  const isStopped = () => stopped;
  let wake: () => void = () => undefined;

  const tell = createTeller((name, error) => {
    payload.logger.error({ err: error, msg: `the worker's ${name} failed; it is tried again` });
  });
  const attempt = async (name: string, work: () => Promise<unknown>) => {
    try {
      await work();
      tell(name, []);
    } catch (error) {
      tell(name, failuresIn(error));
    }
  };
  const round = async () => {
    await attempt('clock', () => runClock(payload));
    for (const publisher of channels.following)
      await attempt(`${publisher.name} channel`, () => follow(payload, channels.context.library, publisher));
    await attempt('mail', () => channels.email.runDue());
  };
  const running = (async () => {
    // Readers first: a long log is followed before anything else works on it.
    await attempt('look at the log', () => channels.context.library());
    while (!isStopped()) {
      await round();
      if (isStopped()) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, REST_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
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
