import { LRUCache } from 'lru-cache';
import type { PayloadRequest } from 'payload';
import type { SignedRow } from '../model/release-row.ts';
import type { Stored } from './columns.ts';
import { trustedKeys } from './public-keys.ts';
import { signingKeyOf } from './signing-key.ts';
import { readLastRow, type LastRow } from './read-last-row.ts';
import { findStored } from './stored-rows.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { signedAs } from './verify-row.ts';

/** What rules ask of the log beside an entry's own last row, as the transaction of `req` sees it. */

const WHAT_WAS_SIGNED = { uid: true, seq: true, signature: true } as const;

/**
 * Which of these entries readers have now: those whose last row is a release, by what was signed. The mark `live`
 * is not signed and is not asked.
 */
export async function readLiveUids(req: PayloadRequest, uids: string[]): Promise<Set<string>> {
  return uids.length === 0 ? new Set() : liveAmong(req, await newestOf(req, uids));
}

/**
 * The last row of an entry, as `readLastRow` hands it out, and which of the `others` readers have now: one question
 * where the entry itself was never released.
 */
export async function readAmongOthers(
  req: PayloadRequest,
  uid: string,
  others: string[],
): Promise<{ last: LastRow | null; liveUids: Set<string> }> {
  if (others.length === 0) return { last: await readLastRow(req, uid), liveUids: new Set() };
  const newest = await newestOf(req, [uid, ...others]);
  const liveUids = await liveAmong(req, newest);
  if (!others.includes(uid)) liveUids.delete(uid);
  return { last: newest.has(uid) ? await readLastRow(req, uid) : null, liveUids };
}

/** The last row of each of these entries, as far as it was signed. */
async function newestOf(req: PayloadRequest, uids: string[]): Promise<Map<string, Stored>> {
  const where = { uid: { in: [...new Set(uids)] } };
  const rows = await findStored({ payload: req.payload, req }, where, {
    sort: '-seq',
    limit: 0,
    select: WHAT_WAS_SIGNED,
  });
  const newest = new Map<string, Stored>();
  for (const row of rows) if (!newest.has(String(row.uid))) newest.set(String(row.uid), row);
  return newest;
}

async function liveAmong(req: PayloadRequest, newest: ReadonlyMap<string, Stored>): Promise<Set<string>> {
  const live = new Set<string>();
  for (const [uid, stored] of newest) {
    const row = await signedRowOf(req, stored);
    if (row?.uid === uid && row.kind === 'released') live.add(uid);
  }
  return live;
}

/**
 * True when any release of a course ever named this entry, by what was signed; one that does not verify may have
 * done so. The type of a row is believed in finding them: another one in the database shows at `/readyz`.
 */
export async function wasNamedByCourse(req: PayloadRequest, uid: string): Promise<boolean> {
  const choice = { limit: 0, select: WHAT_WAS_SIGNED };
  const rows = await findStored({ payload: req.payload, req }, { type: { equals: 'course' } }, choice);
  for (const stored of rows) {
    const row = await signedRowOf(req, stored);
    // In whatever place: a uid stands for one entry only.
    if (row === null || row.references.some((reference) => reference.uid === uid)) return true;
  }
  return false;
}

/** True when the log has any row of this entry. It need not verify: a row that was changed was one all the same. */
export const wasEverReleased = async (req: PayloadRequest, uid: string): Promise<boolean> =>
  (await findStored({ payload: req.payload, req }, { uid: { equals: uid } }, { limit: 1, select: { seq: true } }))
    .length > 0;

async function signedRowOf({ payload }: PayloadRequest, { seq, signature }: Stored): Promise<SignedRow | null> {
  const place = Number(seq);
  const key = await signingKeyOf(payload);
  return (
    signedByOwn(String(signature), place, key.trusted) ??
    signedAs(String(signature), { seq: place, keys: await trustedKeys(payload, key) })?.row ??
    null
  );
}

/** Signatures that held, by the keys that they were held against: one and the same row is named by many entries. */
const held = new WeakMap<readonly TrustedKey[], LRUCache<string, SignedRow>>();
const MOST_HELD = 2_000;

function signedByOwn(signature: string, seq: number, keys: readonly TrustedKey[]): SignedRow | null {
  const cache = held.get(keys) ?? new LRUCache<string, SignedRow>({ max: MOST_HELD });
  held.set(keys, cache);
  const row = cache.get(signature) ?? signedAs(signature, { seq, keys })?.row ?? null;
  if (row) cache.set(signature, row);
  return row?.seq === seq ? row : null;
}
