import type { Payload } from 'payload';
import type { Release } from '../../../model/release-row.ts';
import { toRelease } from '../../../release-log/to-row.ts';
import type { Content } from './delivery.ts';

export type LaterReleases = (contents: Content[]) => Promise<Release[]>;

/** Log rows that came after what a mail was made of, about the same entries, in log order. */
export const createLaterReleases =
  (payload: Payload): LaterReleases =>
  async (contents) => {
    if (contents.length === 0) return [];
    const { docs } = await payload.find({
      collection: 'releases',
      where: {
        and: [
          { uid: { in: contents.map(({ uid }) => uid) } },
          { seq: { greater_than: Math.min(...contents.map(({ seq }) => seq)) } },
        ],
      },
      sort: 'seq',
      limit: 1000,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    });
    return docs.map(toRelease).filter((row) => contents.some(({ uid, seq }) => uid === row.uid && seq < row.seq));
  };
