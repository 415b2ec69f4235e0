import type { PayloadRequest } from 'payload';
import type { EntryType } from '../../model/entries/types.ts';

/**
 * True when readers may have an entry's words in their mail: it is a course, or any release of a course ever
 * named it. Asked of the whole log, so a course that no longer names it, or that was withdrawn, still counts.
 */
export async function readSentByMail(req: PayloadRequest, type: EntryType, uid: string): Promise<boolean> {
  if (type === 'course') return true;
  const { docs } = await req.payload.find({
    collection: 'releases',
    where: { and: [{ type: { equals: 'course' } }, { kind: { equals: 'released' } }] },
    select: { references: true },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  });
  // Named in whatever place: a uid stands for one entry only.
  return docs.some(({ references }) => JSON.stringify(references).includes(JSON.stringify(uid)));
}
