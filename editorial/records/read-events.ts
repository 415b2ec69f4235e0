import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import { headOf, type ChainHead } from '../../model/chain.ts';
import { clinicianShape } from '../../model/release-row.ts';
import type { ReviewEvent } from '../../model/review-event.ts';

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
  return { events: docs.map(toEvent), historyHead: latest ? headOf({ ...latest }) : null };
}

const toEvent = (row: DataFromCollectionSlug<'reviews'>): ReviewEvent => ({
  event: row.event,
  entry: row.entry,
  revision: row.revision,
  at: row.at,
  actor: row.actor ?? null,
  person: row.person ?? null,
  actorName: row.actorName ?? '',
  clinician: clinicianOf(row),
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
