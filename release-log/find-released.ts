import type { PayloadRequest, Where } from 'payload';
import type { ReleasedRow } from '../model/release-row.ts';
import type { Library } from './library.ts';
import { findStored } from './stored-rows.ts';

/**
 * The last release of a revision of an entry, proved as for every channel; null when there was none. Throws
 * `IntegrityError` when it does not verify.
 */
export async function findReleased(
  { payload }: PayloadRequest,
  library: Library,
  { uid, revision }: { uid: string; revision: string },
): Promise<ReleasedRow | null> {
  const where: Where = {
    and: [{ uid: { equals: uid } }, { revision: { equals: revision } }, { kind: { equals: 'released' } }],
  };
  const [stored] = await findStored({ payload }, where, { sort: '-seq', limit: 1, select: { seq: true } });
  const row = stored ? await library.release(Number(stored.seq)) : null;
  return row?.kind === 'released' && row.uid === uid && row.revision === revision ? row : null;
}
