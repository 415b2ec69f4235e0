import { takeServingLock } from '../database/serving-lock.ts';
import { sqliteTrouble } from '../database/sqlite-trouble.ts';
import { env, EnvError } from '../env.ts';
import { announceSetUp } from './announce-set-up.ts';
import { beforeEnding } from './ending.ts';
import { startHeart } from './heart.ts';
import { keepReserve } from './keep-reserve.ts';
import { system } from './system.ts';
import { startWorkerLoop } from './worker-loop.ts';

const ATTEMPTS = 6;

/**
 * Starts this process: environment, database (migrations included), worker loop where it belongs; a server reads for
 * searching in the background. Ends the
 * process with a plain message when the environment is unsafe or the database stays out of reach.
 */
export async function startProcess({ worker }: { worker: 'as-configured' | 'always' | 'never' }): Promise<void> {
  if (worker === 'as-configured') serveAlone();
  const { payload, env, channels } = await reach();
  if (worker === 'as-configured') await announceSetUp({ payload, env }, (line) => console.log(line));
  if (worker === 'as-configured') void channels.warm();
  const reserve = keepReserve(payload);
  if (reserve) beforeEnding(reserve.stop);
  if (worker === 'never' || (worker === 'as-configured' && env.worker === 'off')) return;
  const loop = startWorkerLoop({ payload, channels });
  const heart = startHeart({ payload, dataDir: env.dataDir });
  beforeEnding(async () => {
    await loop.stop();
    await heart.stop();
    if (worker === 'always') await payload.destroy();
  });
}

/** Two servers on one SQLite file would each believe that nobody else sends mail or follows the log from it. */
function serveAlone(): void {
  try {
    const { databaseUrl } = env();
    if (takeServingLock(databaseUrl)) return;
    throw new EnvError([`DATABASE_URL: another process is serving from ${databaseUrl}. Stop that one first.`]);
  } catch (error) {
    const trouble = sqliteTrouble(error);
    if (trouble === null && !(error instanceof EnvError)) throw error;
    console.error(trouble === null ? (error as EnvError).message : new EnvError([`DATABASE_URL: ${trouble}`]).message);
    process.exit(1);
  }
}

async function reach(): ReturnType<typeof system> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await system();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const trouble = sqliteTrouble(error);
      if (trouble !== null) {
        console.error(new EnvError([`DATABASE_URL: ${trouble}`]).message);
        process.exit(1);
      }
      if (error instanceof EnvError || attempt >= ATTEMPTS) {
        console.error(
          error instanceof EnvError
            ? message
            : `The database cannot be reached; gave up after ${attempt} attempts.\n${message}`,
        );
        process.exit(1);
      }
      console.error(`The database cannot be reached (attempt ${attempt} of ${ATTEMPTS}): ${message}`);
      await new Promise((resolve) => setTimeout(resolve, 1000 * attempt));
    }
  }
}
