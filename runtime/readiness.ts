import path from 'node:path';
import { diskRoomOf } from '../database/disk-room.ts';
import { freeBytes } from '../database/disk-reserve.ts';
import { within } from '../model/within.ts';
import type { Env } from '../env.ts';
import { readHeartbeats, troubleOfWorkers } from './heartbeats.ts';
import { lastRounds, standingStill } from './metrics/rounds.ts';
import type { System } from './system.ts';

/** How long the answer waits for a log that is being followed, in milliseconds. */
const PATIENCE_MS = 1000;
/** Faults named in one answer; the process's log has every one. */
const NAMED = 20;
/** Less than this, or than four reserves, is too little to go on with. */
const LEAST_FREE = 64 * 1024 * 1024;

/** `ok`, or in words what is wrong. What begins with `warning: ` keeps nobody from being served. */
type Checks = Record<'log' | 'disk' | 'loops' | 'workers', string>;

export interface Readiness {
  status: 200 | 503;
  body: { status: string; head?: number; checks: Partial<Checks>; [more: string]: unknown };
}

/**
 * Whether this process should be sent readers, and what each check says (docs/runbook.md): the release log was
 * followed to its head and all of it that was looked at verifies; there is room on the disk; the loops of this
 * process turn. That no worker is heard of is a warning (ADR 0053). `head` is the log position that this instance
 * serves. Red too when the log cannot be read.
 */
export async function readiness(system: System): Promise<Readiness> {
  try {
    return await looked(system);
  } catch (error) {
    system.payload.logger.error({ err: error, msg: 'not ready: the release log cannot be read' });
    return { status: 503, body: { status: 'unavailable', checks: { log: 'cannot be read' } } };
  }
}

async function looked(system: System): Promise<Readiness> {
  const { channels } = system;
  const library = await Promise.race([channels.context.library(), afterPatience()]);
  if (library === null) return { status: 503, body: { status: 'starting', checks: { log: 'being followed' } } };
  const faults = channels.faults();
  const checks: Checks = {
    log: faults.length === 0 ? 'ok' : `${faults.length} rows do not verify`,
    disk: await checkDisk(system),
    loops: checkLoops(system),
    workers: await checkWorkers(system),
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
  if (room?.isShort()) return 'the reserve is used up: only withdrawals are written';
  for (const [name, at] of placesOf(env)) {
    const free = await freeBytes(at);
    if (free < least) return `${name} has ${megabytes(free)} MB free, less than ${megabytes(least)}`;
  }
  return 'ok';
}

/** Whether those of this process turn. A process that should have some and has none is no better than one that hangs. */
function checkLoops({ env }: Pick<System, 'env'>): string {
  if (env.worker === 'inline' && lastRounds().size === 0) return 'none has begun';
  return standingStill(lastRounds(), Date.now()).join('; ') || 'ok';
}

/**
 * Whether what time brings is done by somebody. Nobody is kept from reading when not: the pages are true, and a
 * withdrawal by hand is at once on them.
 */
async function checkWorkers({ payload, env }: Pick<System, 'payload' | 'env'>): Promise<string> {
  if (env.worker === 'inline') return 'ok';
  try {
    const heartbeats = await within(PATIENCE_MS, readHeartbeats(payload), 'the database did not say');
    const trouble = troubleOfWorkers(heartbeats, Date.now());
    return trouble === null ? 'ok' : `warning: ${trouble}`;
  } catch (error) {
    payload.logger.error({ err: error, msg: 'the heartbeats of workers cannot be read' });
    return 'warning: the heartbeats cannot be read';
  }
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

/** What must have room: the folder of files, and that of an SQLite file. */
const placesOf = ({ dataDir, databaseUrl }: Env): [string, string][] => [
  ['DATA_DIR', dataDir],
  ...(databaseUrl.startsWith('file:')
    ? [['the database', path.dirname(path.resolve(databaseUrl.replace(/^file:/, '')))] satisfies [string, string]]
    : []),
];
