import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { standingStill, STILL_AFTER_MS, type Round } from './metrics/rounds.ts';
import { ifThere } from '../model/if-there.ts';

const said = z.object({
  pid: z.number(),
  at: z.number(),
  loops: z.array(z.tuple([z.string(), z.object({ at: z.number(), failed: z.boolean() })])),
});

/** Bytes of the file, whatever it says: written over in place, it needs no room on a full disk. */
const LENGTH = 2048;

const folderOf = (dataDir: string) => path.join(dataDir, 'workers');
const fileOf = (dataDir: string, { host, pid }: { host: string; pid: number }) =>
  path.join(folderOf(dataDir), `${host}.${pid}.json`);
const myself = () => ({ host: os.hostname(), pid: process.pid });

/** Leaves word, for a health check on this machine, of how the loops of this process fare. */
export async function leaveWord(dataDir: string, loops: Iterable<readonly [string, Round]>): Promise<void> {
  const file = fileOf(dataDir, myself());
  const text = JSON.stringify({ pid: process.pid, at: Date.now(), loops: [...loops] }).padEnd(LENGTH);
  await writeFile(file, text, { flag: 'r+' }).catch(async () => {
    await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 });
    await writeFile(file, text, { mode: 0o600 });
  });
}

/** This process ends as it should. */
export const takeWordAway = (dataDir: string): Promise<void> => rm(fileOf(dataDir, myself()), { force: true });

export interface WorkerHealth {
  healthy: boolean;
  /** why, for people */
  words: string;
}

/**
 * Whether a worker of this machine, or container, does its rounds: by the word that it leaves under `dataDir`, which
 * other machines may share. Asks no database, so that it is cheap. What dead processes left is taken away.
 */
export async function workerHealth(dataDir: string, now = Date.now()): Promise<WorkerHealth> {
  const host = os.hostname();
  const names = (await ifThere(readdir(folderOf(dataDir)))) ?? [];
  const mine = names.filter((name) => name.startsWith(`${host}.`));
  const words: string[] = [];
  let healthy = false;
  for (const name of mine) {
    const file = path.join(folderOf(dataDir), name);
    const word = said.safeParse(
      await readFile(file, 'utf8')
        .then(JSON.parse)
        .catch(() => null),
    ).data;
    if (!word || !isAlive(word.pid)) {
      await rm(file, { force: true });
      continue;
    }
    const silent = now - word.at > STILL_AFTER_MS ? ['it says nothing any more'] : [];
    const still = [...silent, ...standingStill(word.loops, now)];
    const failing = word.loops.filter(([, { failed }]) => failed).map(([loop]) => `${loop} failed last`);
    words.push(`worker ${word.pid}: ${[...still, ...failing].join('; ') || 'well'}`);
    healthy ||= still.length === 0;
  }
  return { healthy, words: words.join('\n') || 'no worker runs here' };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
