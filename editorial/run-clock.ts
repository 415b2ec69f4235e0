import type { Payload } from 'payload';
import { transact } from '../database/transact.ts';
import { COLLECTION_OF, type EntryCollection } from '../model/entries/types.ts';
import { CodedError } from '../model/errors.ts';
import { clearJobs } from './jobs/clear-jobs.ts';
import { clearNotices } from './notices/clear-notices.ts';
import { tellWhatIsDue } from './notices/tell-what-is-due.ts';
import { clearTrash } from './trash/clear-trash.ts';
import { CLOCK } from './records/actor.ts';
import { appendEvent } from './records/append-event.ts';
import { readDossier } from './records/dossier.ts';
import { dueRows, type DueRow } from './records/due-rows.ts';
import { refreshStatus, settle } from './records/entry-status.ts';
import { servicesOf } from './records/services.ts';
import { lapsed } from './records/status-row.ts';
import { takeVerb } from './verbs/take-verb.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface ClockReport {
  released: number;
  withdrawn: number;
  lapsed: number;
}

/**
 * Does what the time has come for: scheduled releases and withdrawals through the same verbs and the same
 * gate as a button, the withdrawal of entries whose review is overdue beyond the grace period, the end of what was
 * in the trash for its time, and notices of reviews that are due. Safe to run anywhere, any number of times: a verb that was taken already is refused. One entry that fails keeps no
 * other waiting; throws an AggregateError of all failures at the end. `page` is how many rows are read at once.
 */
export async function runClock(payload: Payload, { page = 50 }: { page?: number } = {}): Promise<ClockReport> {
  const { now: clock, policy } = servicesOf(payload);
  const now = clock();
  const report: ClockReport = { released: 0, withdrawn: 0, lapsed: 0 };
  const failures: Error[] = [];
  const each = async (rows: AsyncIterable<DueRow>, work: (row: DueRow) => Promise<keyof ClockReport | null>) => {
    for await (const row of rows) {
      try {
        const done = await work(row);
        if (done) report[done] += 1;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        failures.push(new Error(`${row.type} ${row.uid}: ${reason}`, { cause: error }));
      }
    }
  };
  const outOfGrace = new Date(now.getTime() - policy.graceDays * DAY);
  const isLive = { state: { equals: 'live' } };
  await each(dueRows(payload, { column: 'scheduledAt', until: now, page }), (row) => takeScheduled(payload, row));
  await each(dueRows(payload, { column: 'reviewDue', until: outOfGrace, page }), (row) =>
    withdrawUnreviewed(payload, row),
  );
  // Entries whose review date has passed since they were last looked at show so in the queue.
  await each(dueRows(payload, { column: 'reviewDue', until: yesterday(now), and: [isLive], page }), async (row) => {
    await transact(payload, (req) => refreshStatus(req, collectionOf(row), row.uid));
    return null;
  });
  const apart = async (what: string, work: Promise<void>) => {
    try {
      await work;
    } catch (error) {
      failures.push(new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }));
    }
  };
  await apart('the trash', clearTrash(payload, { now, page }));
  await apart('days that come near', tellWhatIsDue(payload, { page }));
  await apart('old notices', clearNotices(payload, { now, page, keptDays: policy.noticeDays }));
  await apart('old jobs', clearJobs(payload, { now, page }));
  // Neither is a failure passed over in silence.
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '));
  return report;
}

/** The whole day of a review date still counts. */
const yesterday = (now: Date): Date => new Date(new Date(now.toISOString().slice(0, 10)).getTime() - 1);

async function takeScheduled(payload: Payload, row: DueRow): Promise<keyof ClockReport | null> {
  const verb = row.scheduledVerb === 'withdraw' ? 'withdraw' : 'release';
  const revision = row.scheduledRevision ?? '';
  const body = { revision, ...(verb === 'withdraw' ? { reason: row.scheduledReason ?? 'other' } : {}) };
  try {
    await takeVerb({ payload, collection: collectionOf(row), id: row.uid, verb, body, by: { actor: CLOCK } });
    return verb === 'release' ? 'released' : 'withdrawn';
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return (await lapse(payload, row, error)) ? 'lapsed' : null;
  }
}

async function withdrawUnreviewed(payload: Payload, row: DueRow): Promise<'withdrawn' | null> {
  const body = { revision: row.liveRevision ?? '', reason: 'not-reviewed-in-time' };
  const by = { actor: CLOCK };
  try {
    await takeVerb({ payload, collection: collectionOf(row), id: row.uid, verb: 'withdraw', body, by });
    return 'withdrawn';
  } catch (error) {
    if (!(error instanceof CodedError) || !['wrong-state', 'stale-revision'].includes(error.code)) throw error;
    // Withdrawn, renewed or replaced in the meantime, and no longer due; or due still, and the row is behind the log.
    await bringInLine(payload, row);
    return null;
  }
}

/** Writes the row anew from what the log says. */
const bringInLine = (payload: Payload, row: DueRow): Promise<unknown> =>
  transact(payload, async (req) => {
    const { policy, now } = servicesOf(payload);
    return settle(req, await readDossier(req, collectionOf(row), row.uid, { policy, now: now() }));
  });

function collectionOf({ type }: DueRow): EntryCollection {
  // Whoever can write to the database can write any word.
  const known: Partial<Record<string, EntryCollection>> = COLLECTION_OF;
  const collection = known[type];
  if (!collection) throw new Error('this is no type of entry');
  return collection;
}

/** A schedule that the gate refuses is over; the staff sees why in the entry's history. False when it was over already. */
function lapse(payload: Payload, row: DueRow, error: CodedError): Promise<boolean> {
  return transact(payload, async (req) => {
    const { policy, now: clock } = servicesOf(payload);
    const now = clock();
    const dossier = await readDossier(req, collectionOf(row), row.uid, { policy, now });
    if (dossier.status.scheduledAt !== row.scheduledAt) return false;
    await appendEvent(req, dossier, {
      event: 'schedule-lapsed',
      revision: row.scheduledRevision ?? '',
      at: now,
      comment: `${error.code}: ${error.message}`,
    });
    Object.assign(dossier.status, lapsed(now, error.message));
    await settle(req, dossier);
    return true;
  });
}
