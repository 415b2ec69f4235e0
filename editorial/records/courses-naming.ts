import type { PayloadRequest, Where } from 'payload';
import { TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import type { DocumentId } from './stored-entry.ts';

/** As many courses as one entry is looked up in. */
const MOST = 10;

/**
 * Ids of the courses whose current draft names an entry in a lesson and is not what readers have, the last edited first;
 * at most 10.
 */
export async function coursesNaming(
  req: PayloadRequest,
  collection: EntryCollection,
  id: DocumentId,
): Promise<DocumentId[]> {
  if (collection === 'courses') return [];
  const where: Where[] = [
    { 'lessons.entries.entry': { equals: { relationTo: collection, value: id } } },
    ...(TYPE_OF[collection] === 'red-flag' ? [{ 'lessons.redFlags': { in: [id] } }] : []),
  ];
  const { docs } = await req.payload.find({
    collection: 'courses',
    where: { and: [{ _status: { equals: 'draft' } }, { or: where }] },
    draft: true,
    sort: '-updatedAt',
    limit: MOST,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { uid: true },
    req,
  });
  return docs.map((doc) => doc.id);
}
