import type { Payload } from 'payload';

/** Who is struck off now, by permanent id: there are few clinicians, and it is asked every second or so at most. */
export async function readStruckOff(payload: Payload): Promise<ReadonlySet<string>> {
  const { docs } = await payload.find({
    collection: 'clinicians',
    where: { standing: { equals: 'struck-off' } },
    select: { uid: true },
    ...{ depth: 0, pagination: false, limit: 0, overrideAccess: true },
  });
  return new Set(docs.flatMap(({ uid }) => uid ?? []));
}
