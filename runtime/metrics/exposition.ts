import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { diskRoomOf } from '../../database/disk-room.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { cursorOf } from '../../publishers/follow.ts';
import type { FollowingPublisher } from '../../publishers/publisher.ts';
import type { System } from '../system.ts';
import { readStanding, type Standing } from './read-standing.ts';
import { livingWorkers } from '../heartbeats.ts';
import { lastRounds } from './rounds.ts';

const SEAT = Symbol.for('imprimatur.metrics');
const seat: typeof globalThis & { [SEAT]?: Registry } = globalThis;

/** The figures of the process itself: processor, memory, event loop, garbage. Measured from the first question on. */
function ofProcess(): Registry {
  if (!seat[SEAT]) {
    seat[SEAT] = new Registry();
    collectDefaultMetrics({ register: seat[SEAT], prefix: 'imprimatur_' });
  }
  return seat[SEAT];
}

/**
 * How the installation stands, in the text format of Prometheus (docs/runbook.md has what each figure means). What
 * cannot be asked is left out, and `imprimatur_database_up` says so: a scrape that fails tells less.
 */
export async function exposition({ payload, env, channels }: System): Promise<{ type: string; text: string }> {
  const registry = new Registry();
  const gauge = gaugesOf(registry);
  gauge('render_cache_bytes', 'Bytes of rendered answers that this process keeps').set(channels.context.pages.size());
  gauge('log_faults', 'Rows of the release log that do not verify, as far as they were looked at').set(
    channels.faults().length,
  );
  const room = diskRoomOf(payload);
  if (room) gauge('disk_reserve_kept', '1 while room is kept for withdrawals').set(room.reserve.isKept() ? 1 : 0);
  const ended = gauge(
    'loop_last_round_timestamp_seconds',
    'When the last round of a loop of this process ended',
    'loop',
  );
  const failing = gauge('loop_failing', '1 when the last round of a loop failed', 'loop');
  for (const [loop, { at, failed }] of lastRounds()) {
    ended.set({ loop }, at / 1000);
    failing.set({ loop }, failed ? 1 : 0);
  }
  const up = gauge('database_up', '1 when the database answered for these figures');
  try {
    const now = servicesOf(payload).now();
    const [library, standing] = await Promise.all([
      channels.context.library(),
      readStanding(payload, { dataDir: env.dataDir, now }),
    ]);
    gauge('log_head', 'Log position that this process serves').set(library.head);
    ofStanding(gauge, standing, library.head, channels.following);
    up.set(1);
  } catch (error) {
    payload.logger.error({ err: error, msg: 'the metrics cannot be read from the database' });
    up.set(0);
  }
  const all = Registry.merge([registry, ofProcess()]);
  return { type: all.contentType, text: await all.metrics() };
}

type MakeGauge = ReturnType<typeof gaugesOf>;
const gaugesOf =
  (registry: Registry) =>
  (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `imprimatur_${name}`, help, labelNames, registers: [registry] });

function ofStanding(gauge: MakeGauge, standing: Standing, head: number, following: FollowingPublisher[]): void {
  const lag = gauge('follower_lag_rows', 'Rows of the log whose effects a channel has not taken', 'channel');
  for (const channel of following)
    lag.set({ channel: channel.name }, head - (standing.cursors.get(cursorOf(channel)) ?? 0));
  gauge('schedules_overdue', 'Planned releases and withdrawals whose time has come').set(standing.overdueSchedules);
  const mails = gauge('mails', 'Mails of the ledger by kind and state', 'kind', 'state');
  for (const { kind, state, count } of standing.mails) mails.set({ kind, state }, count);
  const oldest = gauge('mail_oldest_due_seconds', 'Age of the oldest mail that is due and waits', 'kind');
  for (const [kind, seconds] of standing.oldestDueSeconds) oldest.set({ kind }, seconds);
  gauge('enrolments_held', 'Active enrolments whose next lesson is held back').set(standing.heldEnrolments);
  const now = Date.now();
  const age = gauge('worker_loop_age_seconds', 'Age of the last round of each loop of each worker', 'worker', 'loop');
  const failing = gauge('worker_loop_failing', '1 when that round failed', 'worker', 'loop');
  for (const { host, worker, loops } of standing.heartbeats)
    for (const [loop, { at, failed }] of loops) {
      const labels = { worker: `${host}/${worker.slice(0, 8)}`, loop };
      age.set(labels, (now - at) / 1000);
      failing.set(labels, failed ? 1 : 0);
    }
  gauge('workers', 'Workers that were heard of in the last five minutes').set(
    livingWorkers(standing.heartbeats, now).length,
  );
  gauge('disk_free_bytes', 'Bytes free on the disk of DATA_DIR').set(standing.freeBytes);
}
