import path from 'node:path';
import { diskRoomOf } from '../database/disk-room.ts';
import { freeBytes } from '../database/disk-reserve.ts';
import type { Env } from '../env.ts';
import type { System } from './system.ts';

/** How long the answer waits for a log that is being followed, in milliseconds. */
const PATIENCE_MS = 1000;
/** Faults named in one answer; the process's log has every one. */
const NAMED = 20;
/** Less than this, or than four reserves, is too little to go on with. */
const LEAST_FREE = 64 * 1024 * 1024;

/** `ok`, or in words what is wrong. What begins with `warning: ` keeps nobody from being served. */
type Checks = Record<'log' | 'disk', string>;

export interface Readiness {
  status: 200 | 503;
  body: { status: string; head?: number; checks: Partial<Checks>; [more: string]: unknown };
}

/**
 * Whether this process should be sent readers, and what each check says (docs/runbook.md): the release log was
 * followed to its head and all of it that was looked at verifies; there is room on the disk. `head` is the log
 * position that this instance serves. Throws when the log cannot be read.
 */
export async function readiness(system: System): Promise<Readiness> {
  const { channels } = system;
  const library = await Promise.race([channels.context.library(), afterPatience()]);
  if (library === null) return { status: 503, body: { status: 'starting', checks: { log: 'being followed' } } };
  const faults = channels.faults();
  const checks: Checks = {
    log: faults.length === 0 ? 'ok' : `${faults.length} rows do not verify`,
    disk: await checkDisk(system),
  };
  const body = { head: library.head, checks, ...(faults.length > 0 ? { faults: faults.slice(0, NAMED) } : {}) };
  if (checks.log !== 'ok') return { status: 503, body: { status: 'integrity', ...body } };
  const red = Object.entries(checks).find(([, said]) => said !== 'ok' && !said.startsWith('warning: '));
  return red ? { status: 503, body: { status: red[0], ...body } } : { status: 200, body: { status: 'ready', ...body } };
}

const afterPatience = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));

/** Red before writing becomes impossible: with little room, or once a withdrawal has had to take the reserve. */
async function checkDisk({ payload, env }: Pick<System, 'payload' | 'env'>): Promise<string> {
  const room = diskRoomOf(payload);
  const least = Math.max(LEAST_FREE, 4 * (room?.reserve.bytes ?? 0));
  if (room && !room.reserve.isKept()) return 'the reserve is used up: only withdrawals are written';
  for (const [name, at] of placesOf(env)) {
    const free = await freeBytes(at);
    if (free < least) return `${name} has ${megabytes(free)} MB free, less than ${megabytes(least)}`;
  }
  return 'ok';
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

/** What must have room: the folder of files, and that of an SQLite file. */
const placesOf = ({ dataDir, databaseUrl }: Env): [string, string][] => [
  ['DATA_DIR', dataDir],
  ...(databaseUrl.startsWith('file:')
    ? [['the database', path.dirname(path.resolve(databaseUrl.replace(/^file:/, '')))] satisfies [string, string]]
    : []),
];
