import type { CollectionBeforeChangeHook, DataFromCollectionSlug, PayloadRequest } from 'payload';
import { z } from 'zod';
import { CodedError } from '../../model/errors.ts';
import { findStored } from '../../release-log/stored-rows.ts';

const byline = z.object({ uid: z.string(), slug: z.string() });
const approvals = z.array(z.object({ clinician: byline }));

/**
 * An address under which somebody approved leads to them for ever: bylines are signed with it. Nobody else gets it,
 * whatever the first has now. Asked when an address is new or another alone.
 */
export const refuseUsedAddress: CollectionBeforeChangeHook<DataFromCollectionSlug<'clinicians'>> = async ({
  data,
  originalDoc,
  req,
}) => {
  const { slug } = data;
  if (slug === undefined || slug === originalDoc?.slug) return;
  const own = originalDoc?.uid ?? data.uid;
  for (const used of [...(await inReviews(req)), ...(await inTheLog(req))]) {
    if (used.slug !== slug || used.uid === own) continue;
    throw new CodedError('slug-taken', `Somebody else has approved under the web address ${slug}. Choose another.`);
  }
};

/** Whatever somebody did as a clinician, an approval that no release carries yet above all. */
async function inReviews(req: PayloadRequest) {
  const { docs } = await req.payload.db.find<{ clinician?: unknown }>({
    collection: 'reviews',
    where: {},
    pagination: false,
    limit: 0,
    select: { clinician: true },
    req,
  });
  return docs.flatMap(({ clinician }) => byline.safeParse(parsed(clinician)).data ?? []);
}

async function inTheLog(req: PayloadRequest) {
  const rows = await findStored({ payload: req.payload, req }, {}, { limit: 0, select: { approvals: true } });
  return rows.flatMap((row) => (approvals.safeParse(parsed(row.approvals)).data ?? []).map((one) => one.clinician));
}

/** JSON as the adapters hand it out: one as a value, one as its text. */
const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
