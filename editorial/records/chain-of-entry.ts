import type { DataFromCollectionSlug, PayloadRequest } from 'payload';
import { headOf, type ChainHead } from '../../model/chain.ts';

/** The lines of one chain of an entry as they are stored, oldest first, and where it ends. */
export async function readChainOfEntry<Slug extends 'reviews' | 'comments'>(
  req: PayloadRequest,
  collection: Slug,
  uid: string,
): Promise<{ lines: DataFromCollectionSlug<Slug>[]; head: ChainHead | null }> {
  const { docs } = await req.payload.find({
    collection,
    where: { entry: { equals: uid } },
    sort: 'position',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const latest = docs.at(-1);
  return { lines: docs, head: latest ? headOf({ ...latest }) : null };
}
