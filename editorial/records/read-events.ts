import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import { headOf, type ChainHead } from '../../model/chain.ts';
import { clinicianShape } from '../../model/release-row.ts';
import type { ReviewEvent } from '../../model/review-event.ts';
import { stillCounts, type Standing } from '../rules/good-standing.ts';
import { readAccounts } from './accounts.ts';

/** The review history of an entry, oldest first, and where it ends. */
export async function readEvents(
  req: PayloadRequest,
  uid: string,
): Promise<{ events: ReviewEvent[]; historyHead: ChainHead | null }> {
  const { docs } = await req.payload.find({
    collection: 'reviews',
    where: { entry: { equals: uid } },
    sort: 'position',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const latest = docs.at(-1);
  const standings = await standingsOf(req, docs);
  return {
    events: docs.map((row) => toEvent(row, standings)),
    historyHead: latest ? headOf({ ...latest }) : null,
  };
}

/** How those stand now whose approvals may count: of a text that was not submitted since, none does. */
async function standingsOf(
  req: PayloadRequest,
  rows: readonly DataFromCollectionSlug<'reviews'>[],
): Promise<Map<string, Standing>> {
  const round = rows.slice(rows.findLastIndex(({ event }) => event === 'submitted') + 1);
  const approvers = round.flatMap(({ event, actor }) => (event === 'approved' && actor ? [actor] : []));
  const accounts = await readAccounts(req, approvers);
  return new Map(
    [...accounts].map(([id, { role, clinician, isInGoodStanding }]) => [
      id,
      { role, clinician: isInGoodStanding && clinician ? clinician.uid : null },
    ]),
  );
}

const toEvent = (row: DataFromCollectionSlug<'reviews'>, standings: ReadonlyMap<string, Standing>): ReviewEvent => ({
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
  scope: row.scope ?? null,
  oldTextHarmless: row.oldTextHarmless ?? null,
  reason: row.reason ?? null,
  scheduledVerb: row.scheduledVerb ?? null,
  scheduledFor: row.scheduledFor ?? null,
  seq: row.seq ?? null,
});

/** Nobody's where the line was written over: an approval without a readable clinician or time is none. */
function clinicianOf({ clinician, at }: DataFromCollectionSlug<'reviews'>): ReviewEvent['clinician'] {
  const read = clinicianShape.safeParse(clinician);
  return read.success && !Number.isNaN(Date.parse(at)) ? read.data : null;
}
