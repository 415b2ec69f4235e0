import type { Payload } from 'payload';
import { transact } from '../../database/transact.ts';
import { appendRow } from '../../release-log/append-row.ts';
import { createLibrary } from '../../release-log/library.ts';
import { createReleaseLog } from '../../release-log/read-rows.ts';
import { signingKeyOf } from '../../release-log/signing-key.ts';
import { percentiles, type Percentiles } from './publish-latency.ts';

export interface LibraryFigures {
  rows: number;
  liveEntries: number;
  /** from an empty library to one that stands at the head, verified, in ms */
  followMs: number;
  followCpuMs: number;
  /** heap that the library keeps, in MB */
  heapMb: number;
  rounds: number;
  /** CPU of taking in one more release, lists included, in ms */
  releaseCpuMs: Percentiles;
}

const ROUNDS = 50;

/** What it costs to follow the whole log once, and then one release more, beside rendering what it changed. */
export async function measureLibrary(payload: Payload): Promise<LibraryFigures> {
  const log = createReleaseLog(payload);
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const started = { at: performance.now(), cpu: process.cpuUsage() };
  const { current } = createLibrary({ log, now: () => 0, checkEveryMs: 0 });
  const library = await current();
  const followMs = Math.round(performance.now() - started.at);
  const followCpuMs = cpuMs(started.cpu);
  globalThis.gc?.();
  const heapMb = Math.round((process.memoryUsage().heapUsed - heapBefore) / 2 ** 20);
  const liveEntries = library.list('cause').length;
  const rows = library.head;

  const signingKey = await signingKeyOf(payload);
  const cpu: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const entry = library.list('cause')[round * 100] ?? library.list('cause')[0];
    const live = entry ? await library.released(entry.uid) : null;
    if (!live) throw new Error('seed the library first');
    await transact(payload, (req) => appendRow(req, { ...live, title: `Measured ${round}` }, { live, signingKey }));
    const before = process.cpuUsage();
    await current();
    library.list('cause');
    library.newestFirst();
    cpu.push(cpuMs(before));
  }
  return { rows, liveEntries, followMs, followCpuMs, heapMb, rounds: ROUNDS, releaseCpuMs: percentiles(cpu) };
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return Math.round((user + system) / 100) / 10;
}
