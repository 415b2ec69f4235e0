import type { Payload } from 'payload';
import { runJobs } from '../editorial/jobs/run-jobs.ts';
import { runClock } from '../editorial/run-clock.ts';
import { follow } from '../publishers/follow.ts';
import { TooLate, within } from '../model/within.ts';
import type { Publishers } from '../publishers/index.ts';
import { forgetLoop, noteRound, noteTurn } from './metrics/rounds.ts';
import { logTo } from '../publishers/log-events.ts';
import { startLoop } from './loop.ts';
import { createTeller, failuresIn } from './tell-once.ts';

/** How long a loop rests between two rounds, in milliseconds. */
const REST_MS = 1000;
/** How long mail that is on the wire may take once the worker is asked to end. */
const DRAIN_MS = 20_000;
/** What is cut off then still writes down how it ended. */
const WRITE_DOWN_MS = 5_000;

export interface WorkerOptions {
  payload: Payload;
  channels: Publishers;
  /** milliseconds; for tests */
  drainMs?: number;
}

/**
 * What time and the log bring, each in a loop of its own, none waiting for another: the editorial clock, the effects
 * of each channel along the log, lessons that become due, mail. So no mail server delays a withdrawal that was
 * planned. Any number of processes may run them. What fails is logged once and tried again each round. `stop` takes up no further
 * mail at once, lets what is on the wire end, and cuts it off after a while; it then ends as the proof allows.
 */
export function startWorkerLoop({ payload, channels, drainMs = DRAIN_MS }: WorkerOptions): {
  stop: () => Promise<void>;
} {
  const claiming = new AbortController();
  const wire = new AbortController();
  const halt = { claiming: claiming.signal, wire: wire.signal };
  const tell = createTeller((name, error) => {
    payload.logger.error({ err: error, msg: `the worker's ${name} failed; it is tried again` });
  });
  const attempt = async (name: string, work: () => Promise<unknown>) => {
    try {
      await work();
      tell(name, []);
      return true;
    } catch (error) {
      tell(name, failuresIn(error));
      return false;
    }
  };
  const { library } = channels.context;
  const log = logTo(payload.logger);
  // Readers first: a long log is followed before anything else works on it.
  const looked = attempt('look at the log', library);
  const loop = (name: string, work: () => Promise<unknown>) => {
    noteTurn(name);
    const { stop } = startLoop(async () => {
      noteRound(name, !(await attempt(name, work)));
    }, REST_MS);
    return {
      stop: () =>
        stop().finally(() => {
          forgetLoop(name);
        }),
    };
  };
  const afterLook = (name: string, work: () => Promise<unknown>) =>
    loop(name, async () => {
      await looked;
      if (!halt.claiming.aborted) await work();
    });
  const loops = [
    loop('clock', () => runClock(payload)),
    loop('jobs of the desk', () => runJobs(payload, () => claiming.signal.aborted)),
    ...channels.following.map((publisher) =>
      afterLook(`${publisher.name} channel`, () => follow(payload, library, publisher, log)),
    ),
    afterLook('lessons', () => channels.email.prepareDue()),
    afterLook('mail', () =>
      channels.email.sendDue(halt, () => {
        noteTurn('mail');
      }),
    ),
  ];
  return {
    async stop() {
      claiming.abort();
      const ended = Promise.all(loops.map(({ stop }) => stop()));
      if (await endsWithin(drainMs, ended)) return;
      wire.abort();
      await endsWithin(WRITE_DOWN_MS, ended);
    },
  };
}

/** True when it ends in time. */
const endsWithin = (ms: number, work: Promise<unknown>): Promise<boolean> =>
  within(ms, work, 'it did not end').then(
    () => true,
    (error: unknown) => {
      if (error instanceof TooLate) return false;
      throw error;
    },
  );
