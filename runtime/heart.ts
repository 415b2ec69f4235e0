import { randomUUID } from 'node:crypto';
import os from 'node:os';
import type { Payload } from 'payload';
import { removeHeartbeat, removeOldHeartbeats, writeHeartbeat } from './heartbeats.ts';
import { startLoop, type Loop } from './loop.ts';
import { lastRounds } from './metrics/rounds.ts';
import { createTeller, failuresIn } from './tell-once.ts';
import { leaveWord, takeWordAway } from './worker-health.ts';

const EVERY_MS = 10_000;
/** Beats between two looks for those of workers that are gone. */
const SWEEP_EVERY = 60;

/**
 * Says every ten seconds, to the database and to this machine, that this worker lives and how its loops fare
 * (ADR 0053): one row, however many loops and rounds. `stop` takes it back.
 */
export function startHeart({
  payload,
  dataDir,
  everyMs = EVERY_MS,
}: {
  payload: Payload;
  dataDir: string;
  everyMs?: number;
}): Loop {
  const worker = randomUUID();
  const startedAt = new Date();
  const host = os.hostname();
  let beats = 0;
  const tell = createTeller((what, error) => {
    payload.logger.error({ err: error, msg: `${what} cannot be written` });
  });
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    await work().then(
      () => {
        tell(what, []);
      },
      (error: unknown) => {
        tell(what, failuresIn(error));
      },
    );
  };
  const { stop } = startLoop(async () => {
    const loops = [...lastRounds()];
    await attempt('the word for health checks', () => leaveWord(dataDir, loops));
    await attempt('the heartbeat', async () => {
      if (beats % SWEEP_EVERY === 0) await removeOldHeartbeats(payload, Date.now());
      await writeHeartbeat(payload, { worker, host, startedAt, beatAt: new Date(), loops });
      beats += 1;
    });
  }, everyMs);
  return {
    async stop() {
      await stop();
      await attempt('the word for health checks', () => takeWordAway(dataDir));
      await attempt('the heartbeat', () => removeHeartbeat(payload, worker));
    },
  };
}
