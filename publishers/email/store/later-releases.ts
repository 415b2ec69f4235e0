import type { Payload } from 'payload';
import type { Release } from '../../../model/release-row.ts';
import { createReleaseLog } from '../../../release-log/read-rows.ts';
import type { Content } from './delivery.ts';

export type LaterReleases = (contents: Content[]) => Promise<Release[]>;

/** Log rows that came after what a mail was made of, about the same entries, in log order. */
export const createLaterReleases =
  (payload: Payload): LaterReleases =>
  async (contents) => {
    const uids = contents.map(({ uid }) => uid);
    const since = Math.min(...contents.map(({ seq }) => seq));
    const rows = await createReleaseLog(payload).ofEntries(uids, since, 1000);
    return rows.filter((row) => contents.some(({ uid, seq }) => uid === row.uid && seq < row.seq));
  };
