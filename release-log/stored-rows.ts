import type { Payload, PayloadRequest, Where } from 'payload';
import type { Stored } from './columns.ts';

interface Reading {
  payload: Payload;
  /** whose transaction to read in */
  req?: PayloadRequest;
}

interface Choice {
  sort?: string;
  limit: number;
  select?: Record<string, true>;
}

/** Rows of `releases` as they are stored; nothing of them is proved. */
export async function findStored({ payload, req }: Reading, where: Where, choice: Choice): Promise<Stored[]> {
  const { docs } = await payload.db.find<Stored>({
    collection: 'releases',
    where,
    pagination: false,
    ...choice,
    ...(req ? { req } : {}),
  });
  return docs;
}
