/** What is done to workers and database while they work. Each takes its time and leaves all well behind it. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { World } from './world.ts';

export interface Trouble {
  /** how often each was done */
  done: Map<string, number>;
  /** ledger rows that were, or may have been, on the wire of a worker that was killed */
  killedWith: Set<string>;
  /** does one thing at random */
  strike: () => Promise<void>;
}

const MINUTE = 60_000;
/** How far a worker's clock is apart from the others', in milliseconds; further than a lease is long, which is 10 minutes. */
const SKEWS = [0, 0, 45_000, -90_000, 4 * MINUTE, -9 * MINUTE, 15 * MINUTE];

export function createTrouble(world: World, chance: Chance): Trouble {
  const { workers, lines, disk, database, system } = world;
  const done = new Map<string, number>();
  const killedWith = new Set<string>();
  const note = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);
  const seconds = (least: number, most: number) => pause(chance.between(least, most) * 1000);
  const running = () => workers.filter((worker) => worker.runs());
  const line = () => (chance.next() < 0.5 ? lines : [chance.oneOf(lines)]);

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const worker = chance.oneOf(running());
    note(signal === 'SIGKILL' ? 'kill -9' : 'SIGTERM');
    await worker.kill(signal);
    if (signal === 'SIGKILL') for (const uid of await inDoubt(system)) killedWith.add(uid);
    worker.start(chance.oneOf(SKEWS));
  };
  const strikes: [weight: number, strike: () => Promise<void>][] = [
    [40, () => end('SIGKILL')],
    [8, () => end('SIGTERM')],
    [
      16,
      async () => {
        note('worker stopped and gone on (SIGSTOP)');
        const worker = chance.oneOf(running());
        worker.pause();
        await seconds(0.5, 5);
        worker.resume();
      },
    ],
    ...(database === 'MongoDB'
      ? ([
          [
            18,
            async () => {
              note('database cut');
              const struck = line();
              for (const one of struck) one.cut();
              await seconds(0.2, 3);
              for (const one of struck) one.mend();
            },
          ],
          [
            18,
            async () => {
              note('database frozen');
              const struck = line();
              for (const one of struck) one.freeze();
              await seconds(0.5, 6);
              for (const one of struck) one.mend();
            },
          ],
        ] as [number, () => Promise<void>][])
      : ([
          [
            24,
            async () => {
              note('write lock held by another process');
              await holdWriteLock(system.env.databaseUrl, Math.round(chance.between(1_000, 8_000)));
            },
          ],
        ] as [number, () => Promise<void>][])),
    ...(disk
      ? ([
          [
            12,
            async () => {
              note('disk full');
              disk.fill();
              await seconds(0.5, 4);
              disk.empty();
            },
          ],
        ] as [number, () => Promise<void>][])
      : []),
  ];
  const total = strikes.reduce((sum, [weight]) => sum + weight, 0);

  return {
    done,
    killedWith,
    async strike() {
      // One is left to work while another starts, or nothing would be under way that could be struck.
      if (running().length < 2) return;
      let drawn = chance.next() * total;
      const [, strike] = strikes.find(([weight]) => (drawn -= weight) < 0) ?? strikes[0]!;
      await strike();
    },
  };
}

/** Rows on the wire, and those that another worker has already taken for abandoned there. */
async function inDoubt({ payload }: World['system']): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: string; uid: string }>({
    collection: 'deliveries',
    where: { state: { in: ['on-wire', 'uncertain'] } },
    pagination: false,
    limit: 10_000,
    select: { uid: true },
  });
  return docs.map(({ uid }) => uid);
}

function holdWriteLock(databaseUrl: string, milliseconds: number): Promise<void> {
  const file = databaseUrl.replace(/^file:/, '');
  const args = ['--import', 'tsx', 'tests/faults/a-holder-of-the-write-lock.ts', file, String(milliseconds)];
  const holder = spawn(process.execPath, args, { stdio: 'ignore' });
  return new Promise((resolve) => holder.once('exit', () => resolve()));
}
