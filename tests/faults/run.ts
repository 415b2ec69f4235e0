/** One run: readers sign up and editors correct while everything goes wrong; then all is calm, and the account is made. */
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Where } from 'payload';
import { cursorOf } from '../../publishers/follow.ts';
import type { DatabaseName } from '../support/database.ts';
import { account, type Account, type Attempt } from './accounting.ts';
import { chanceOf } from './chance.ts';
import { dueIn, ledgerOf, storedLedger } from './due.ts';
import { FINE, stormy } from './mail-faults.ts';
import { createTrouble } from './trouble.ts';
import { startWorld, type World } from './world.ts';

export interface RunOptions {
  database: DatabaseName;
  seed: number;
  /** of trouble */
  seconds: number;
  /** at most, after the trouble, until everything is settled */
  calmSeconds: number;
  workers: number;
  signUpsPerSecond: number;
  secondsBetweenCorrections: number;
  secondsBetweenDays: number;
  smallDisk: boolean;
}

export interface RunReport extends Account {
  database: DatabaseName;
  seed: number;
  seconds: number;
  workers: number;
  readers: number;
  mailsTaken: number;
  /** how often each thing was done to workers, database and mails */
  troubles: Record<string, number>;
  mailFaults: Record<string, number>;
}

const BURST = 15;
const DAY = 24 * 3_600_000;

export async function runFaults(options: RunOptions): Promise<RunReport> {
  const { database, seed, seconds } = options;
  console.log(`Faults on ${database}: seed ${seed}, ${seconds} s.`);
  // Drawn apart, so that one more mail changes no fault of the processes.
  const chance = chanceOf(seed);
  const world = await startWorld({ ...options, chance: chanceOf(seed + 1) });
  try {
    const { workers, mail, readers, corrections } = world;
    const trouble = createTrouble(world, chance);
    // Many at once, so that there is mail on the wire when the first worker is killed.
    for (const worker of workers) worker.start(0);
    await Promise.all(Array.from({ length: BURST }, readers.signUp));
    await until(() => workers.some((worker) => worker.runs()), 90_000, world);
    mail.setWeather(stormy(chanceOf(seed + 2), { share: 0.06, longestStallMs: 4_000 }));

    const ends = performance.now() + seconds * 1000;
    const every = async (period: number, work: () => Promise<void> | void) => {
      while (performance.now() < ends) {
        await work();
        await pause(period * 1000);
      }
    };
    await Promise.all([
      every(1 / options.signUpsPerSecond, readers.signUp),
      pause(options.secondsBetweenCorrections * 500).then(() =>
        every(options.secondsBetweenCorrections, world.correct),
      ),
      pause(options.secondsBetweenDays * 500).then(() =>
        every(options.secondsBetweenDays, () => world.clock.jump(DAY)),
      ),
      every(0.5, () => pause(chance.between(0, 1500)).then(trouble.strike)),
    ]);
    mail.setWeather(FINE);
    await calm(world, options.calmSeconds);
    // One more for everybody who ever got a lesson.
    await world.correct();
    await calm(world, options.calmSeconds);

    const stored = await storedLedger(world.system);
    const ledger = ledgerOf(stored);
    const due = await dueIn(world, ledger);
    const evidence = { attempts: mail.attempts, refusals: mail.refusals, killedWith: trouble.killedWith };
    const accounted = account(due, ledger, evidence);
    const wrong = [accounted.lost, accounted.twice, accounted.unproved, accounted.stray].flat();
    if (wrong.length > 0) await tell(wrong, { stored, attempts: mail.attempts, corrections });
    return {
      ...accounted,
      ...{ database, seed, seconds, workers: workers.length },
      readers: readers.asked.size,
      mailsTaken: mail.attempts.filter(({ taken }) => taken).length,
      troubles: { ...Object.fromEntries(trouble.done), corrections: corrections.length },
      mailFaults: Object.fromEntries([...mail.done].sort(([a], [b]) => a.localeCompare(b))),
    };
  } finally {
    await world.stop();
  }
}

/** Lets time pass until nothing waits any more: to when the next thing is due, whenever nothing is due now. */
async function calm(world: World, atMostSeconds: number): Promise<void> {
  const { system, readers, clock, workers } = world;
  const deadline = performance.now() + atMostSeconds * 1000;
  for (let quiet = 0; quiet < 2;) {
    await pause(500);
    await readers.idle();
    const open = await stillOpen(system);
    const isOver = open.times.length === 0 && open.behind === 0;
    quiet = isOver ? quiet + 1 : 0;
    const wait = Math.min(...open.times) - clock.now().getTime();
    if (!isOver && wait > 0 && Number.isFinite(wait)) clock.jump(wait + 1000);
    if (performance.now() < deadline) continue;
    // What is still open then is in the account.
    console.warn('The calm did not last long enough:', open, ...workers.map((worker) => worker.output()));
    return;
  }
}

type Waiting = { id: string } & Partial<Record<'dueAt' | 'leaseUntil' | 'nextDueAt' | 'state', string | null>>;

/** When each mail and each reader that waits is looked at again, and how many rows mail is behind the log. */
async function stillOpen({ payload }: World['system']) {
  const find = async (collection: 'deliveries' | 'enrolments', where: Where) =>
    (await payload.db.find<Waiting>({ collection, where, pagination: false, limit: 100_000 })).docs;
  const mails = await find('deliveries', { state: { in: ['pending', 'claimed', 'on-wire', 'deferred'] } });
  const taking = await find('enrolments', { status: { equals: 'active' } });
  const { totalDocs: head } = await payload.db.count({ collection: 'releases', where: {} });
  const name = cursorOf({ name: 'email' });
  const cursor = await payload.db.findOne<{ id: string; position: number }>({
    collection: 'cursors',
    where: { name: { equals: name } },
  });
  const times = [...mails, ...taking].map(({ dueAt, leaseUntil, nextDueAt }) => leaseUntil ?? dueAt ?? nextDueAt);
  return {
    times: times.map((time) => (time ? new Date(time).getTime() : 0)),
    behind: head - (cursor?.position ?? 0),
  };
}

/** Writes down all that is known of the persons whose account is not even. */
async function tell(wrong: string[], { stored, attempts, corrections }: Known): Promise<void> {
  const isMeant = (person: unknown) => wrong.some((sentence) => ` ${sentence} `.includes(` ${String(person)} `));
  const known = {
    wrong,
    corrections,
    ledger: stored.filter(({ recipient }) => isMeant(recipient)),
    attempts: attempts.filter(({ person }) => isMeant(person)),
  };
  await mkdir('test-results', { recursive: true });
  await writeFile(`test-results/faults-${Date.now()}.json`, JSON.stringify(known, null, 1));
}

interface Known {
  stored: Record<string, unknown>[];
  attempts: readonly Attempt[];
  corrections: World['corrections'];
}

async function until(holds: () => boolean, milliseconds: number, { workers }: World): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > deadline)
      throw new Error(`the workers did not start:\n${workers.map((worker) => worker.output()).join('\n')}`);
    await pause(50);
  }
}
