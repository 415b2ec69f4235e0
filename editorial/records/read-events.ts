import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import type { ChainHead } from '../../model/chain.ts';
import { clinicianShape } from '../../model/release-row.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import { stillCounts, type Standing } from '../rules/good-standing.ts';
import type { People } from './accounts.ts';
import { readChainOfEntry } from './chain-of-entry.ts';

type Line = DataFromCollectionSlug<'reviews'>;

/** The review history of an entry as it is stored, oldest line first, and where it ends. */
interface History {
  lines: readonly Line[];
  historyHead: ChainHead | null;
}

export async function readHistory(req: PayloadRequest, uid: string): Promise<History> {
  const { lines, head } = await readChainOfEntry(req, 'reviews', uid);
  return { lines, historyHead: head };
}

/** The accounts whose approvals may count: of a text that was not submitted since, none does. */
export function approversIn({ lines }: History): string[] {
  const round = lines.slice(lines.findLastIndex(({ event }) => event === 'submitted') + 1);
  return round.flatMap(({ event, actor }) => (event === 'approved' && actor ? [actor] : []));
}

/** The lines as rules read them, by how the accounts of `approversIn` stand now. */
export function toEvents({ lines }: History, { accounts }: People): ReviewEvent[] {
  const standings = new Map(
    [...accounts].map(([id, { role, clinician, isInGoodStanding }]) => [
      id,
      { role, clinician: isInGoodStanding && clinician ? clinician.uid : null },
    ]),
  );
  return lines.map((line) => toEvent(line, standings));
}

const toEvent = (row: Line, standings: ReadonlyMap<string, Standing>): ReviewEvent => ({
  event: row.event,
  entry: row.entry,
  revision: row.revision,
  at: row.at,
  actor: row.actor ?? null,
  person: row.person ?? null,
  actorName: row.actorName ?? '',
  clinician: clinicianOf(row),
  stands: row.event !== 'approved' || stillCounts({ clinician: clinicianOf(row) }, standings.get(row.actor ?? '')),
  comment: row.comment ?? null,
  changeKind: row.changeKind ?? null,
  changeNote: row.changeNote ?? null,
  // Written by the verbs alone, in this shape.
  sectionsChecked: (row.sectionsChecked ?? []) as string[],
  checklist: (row.checklist ?? []) as string[],
  scope: row.scope ?? null,
  oldTextHarmless: row.oldTextHarmless ?? null,
  reason: row.reason ?? null,
  scheduledVerb: row.scheduledVerb ?? null,
  scheduledFor: row.scheduledFor ?? null,
  seq: row.seq ?? null,
});

/** Nobody's where the line was written over: an approval without a readable clinician or time is none. */
function clinicianOf({ clinician, at }: Line): ReviewEvent['clinician'] {
  const read = clinicianShape.safeParse(clinician);
  return read.success && !Number.isNaN(Date.parse(at)) ? read.data : null;
}
