import type { PayloadRequest } from 'payload';

/** What this person's account keeps under a name; null when there is nothing. */
export async function readSetting(req: PayloadRequest, key: string): Promise<unknown> {
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    where: {
      and: [
        { key: { equals: key } },
        { 'user.relationTo': { equals: 'users' } },
        { 'user.value': { equals: req.user?.id ?? null } },
      ],
    },
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: false,
    user: req.user,
  });
  return docs[0]?.value ?? null;
}
