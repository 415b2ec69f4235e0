import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';

/**
 * Lengthens the log to `total` rows with copies of a live release under names of their own. Written through
 * the adapter, without reviews: a benchmark needs the weight of the rows, on a data folder that is thrown away.
 */
export async function fillLog(payload: Payload, total: number): Promise<number> {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { and: [{ live: { equals: true } }, { type: { equals: 'cause' } }] },
    limit: 1,
    depth: 0,
  });
  const [model] = docs;
  if (!model) throw new Error('seed the library first');
  const { totalDocs } = await payload.count({ collection: 'releases' });
  const { id: _id, ...row } = model;
  for (let seq = totalDocs + 1; seq <= total; seq += 1) {
    const uid = uuidv7();
    const slug = `copy-${seq}`;
    const snapshot = {
      ...(row.snapshot as object),
      uid,
      slug,
      title: `Copy ${seq}`,
      related: [],
      treatments: [],
      redFlags: [],
    };
    await append(payload, { ...row, seq, uid, slug, title: `Copy ${seq}`, snapshot });
  }
  await payload.db.updateOne({
    collection: 'cursors',
    where: { name: { equals: 'release-log' } },
    data: { position: total },
  });
  return total;
}

const append = (payload: Payload, data: Record<string, unknown>) => payload.db.create({ collection: LOG, data });
const LOG = 'releases';
