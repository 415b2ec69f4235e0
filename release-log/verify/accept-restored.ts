import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { headMarkFile, type HeadMark } from '../head-mark.ts';
import { COUNTER } from '../log-head.ts';
import type { Report } from './pages.ts';
import { verifyInstallation } from './verify-installation.ts';

/**
 * `refused` because of problems that were reported; `continues` when there was nothing to accept; else from which
 * position on the log goes on, and whether it does so under another id from now on or did already.
 */
export type Accepted = { outcome: 'refused' | 'continues' } | { outcome: 'begun-anew' | 'mark-moved'; next: number };

interface Counter {
  id: string | number;
  logId?: string | null;
}

/**
 * Takes a log that ends before this installation's mark, or has another row there, for the one that goes on: because
 * an older backup was put back, and an operator says so. All else must verify. The next row gets another log id, so
 * that consumers notice, and the mark stands where the log ends now. May be repeated, and must be run on every
 * instance that has a mark of its own (ADR 0032). Throws only what reading and writing throw.
 */
export async function acceptRestored(
  payload: Payload,
  { dataDir, report }: { dataDir: string; report: Report },
): Promise<Accepted> {
  let problems = 0;
  let differences = 0;
  const { end } = await verifyInstallation(payload, {
    dataDir,
    report(line) {
      problems += 1;
      report(line);
    },
    reportMark: () => (differences += 1),
  });
  if (problems > 0) return { outcome: 'refused' };
  if (differences === 0) return { outcome: 'continues' };
  const mark = headMarkFile(dataDir);
  const isBegunAnew = end !== null && (await beginAnew(payload, end, await mark.read()));
  // Last: whoever is interrupted before it starts over.
  await (end ? mark.write(end) : mark.remove());
  return { outcome: isBegunAnew ? 'begun-anew' : 'mark-moved', next: (end?.seq ?? 0) + 1 };
}

/** Gives the next row another log id, unless rows that came after the mark, or the counter, have one already. */
async function beginAnew(payload: Payload, end: HeadMark, mark: HeadMark | 'damaged' | null): Promise<boolean> {
  if (mark !== 'damaged' && mark?.logId !== end.logId) return false;
  return beginAnother(payload, end);
}

/** Gives the row after `end` another log id. False when the counter has one already, or there is none. */
export async function beginAnother({ db }: Payload, end: HeadMark): Promise<boolean> {
  const counter = await db.findOne<Counter>({ collection: 'cursors', where: { name: { equals: COUNTER } } });
  if (!counter || (counter.logId ?? end.logId) !== end.logId) return false;
  await db.updateOne({ collection: 'cursors', id: counter.id, data: { logId: uuidv7() } });
  return true;
}
