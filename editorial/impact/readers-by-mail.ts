import type { PayloadRequest } from 'payload';

/** How many people were mailed one of these entries at least, whatever revision of it. A count: it names nobody. */
export async function readersOf(req: PayloadRequest, uids: readonly string[]): Promise<number> {
  if (uids.length === 0) return 0;
  const { totalDocs } = await req.payload.db.findDistinct({
    collection: 'delivery-contents',
    field: 'subscriberUid',
    where: { uid: { in: [...uids] } },
    limit: 1,
    req,
  });
  return totalDocs;
}
