import path from 'node:path';
import type { Payload } from 'payload';
import { headMarkFile, type HeadMark } from '../head-mark.ts';
import { trustedKeys } from '../public-keys.ts';
import { signingKeyOf } from '../signing-key.ts';
import { inOrder, type Report } from './pages.ts';
import { verifyAudit, verifyComments, verifyReviews } from './verify-chains.ts';
import { verifyFigures } from './verify-figures.ts';
import { verifyRows, type LogSeen } from './verify-rows.ts';

/** How much was looked at. */
export interface Verified {
  /** the last row; null when the log is empty */
  end: HeadMark | null;
  figures: number;
}

/**
 * Checks a whole installation from its database and data folder, and reports every problem in a line of its own;
 * `reportMark` is told whether the log goes on where this installation last saw its end. Works through pages, so that
 * a log of any length fits. Throws only what reading throws.
 */
export async function verifyInstallation(
  payload: Payload,
  { dataDir, report, reportMark = report }: { dataDir: string; report: Report; reportMark?: Report },
): Promise<Verified> {
  const mark = await headMarkFile(dataDir).read();
  const seen = await verifyRows(payload, {
    keys: await trustedKeys(payload, await signingKeyOf(payload)),
    mark: mark === 'damaged' || mark === null ? null : mark.seq,
    report,
  });
  verifyMark(mark, seen, reportMark);
  await verifyCounter(payload, seen, report);
  await verifyAddresses(payload, seen, report);
  await verifyFigures(seen.figures, { directory: path.join(dataDir, 'figures'), report });
  await verifyReviews(payload, { entries: seen.entries, report });
  await verifyComments(payload, { report });
  await verifyAudit(payload, { report });
  const { logId, head: seq, headHash: hash } = seen;
  return { end: logId === null || hash === null ? null : { logId, seq, hash }, figures: seen.figures.size };
}

/** The log goes on where this installation last saw its end, outside the database. */
function verifyMark(mark: HeadMark | 'damaged' | null, { head, hashAtMark }: LogSeen, report: Report): void {
  if (mark === null) return;
  if (mark === 'damaged') report('log-head.json: cannot be read, so a cut-off end would not show');
  else if (mark.seq > head) report(`release ${head}: the log ends here, but it was seen to go on to ${mark.seq}`);
  else if (mark.hash !== hashAtMark) report(`release ${mark.seq}: is another row than was seen here`);
}

/** The counter says where the log ends by the signature of the last row: a tail that was cut off shows here. */
async function verifyCounter(payload: Payload, { head, headSignature }: LogSeen, report: Report): Promise<void> {
  const counter = await payload.db.findOne<Record<string, unknown> & { id: string | number }>({
    collection: 'cursors',
    where: { name: { equals: 'release-log' } },
  });
  const position = Number(counter?.position ?? 0);
  if (position !== head) report(`release ${head}: the log ends here, but its counter stands at ${position}`);
  else if ((counter?.signature ?? null) !== headSignature)
    report(`release ${head}: is not the row that the counter knows as the last`);
}

/** Every address that a row of the log gave to its entry is remembered, and no other. */
async function verifyAddresses(payload: Payload, { addresses }: LogSeen, report: Report): Promise<void> {
  const missing = new Map(addresses);
  for await (const { address, uid, seq } of inOrder(payload, 'slug-history', { by: ['address'], size: 500 })) {
    const given = missing.get(String(address));
    missing.delete(String(address));
    if (!given) report(`slug-history ${String(address)}: no release ever had this address`);
    else if (given.uid !== uid)
      report(`release ${given.seq}: its address ${String(address)} is given to another entry`);
    else if (given.seq !== seq)
      report(`release ${given.seq}: its address ${String(address)} says position ${String(seq)}`);
  }
  for (const [address, { seq }] of missing) report(`release ${seq}: its address ${address} is forgotten`);
}
