import type { PayloadRequest } from 'payload';
import type { EntryContent } from '../model/entries/entries.ts';
import { parseSnapshot } from '../model/entries/snapshot.ts';
import type { ReleasedRow, WithdrawnRow } from '../model/release-row.ts';
import type { Stored } from './columns.ts';
import { IntegrityError } from './integrity.ts';
import { trustedKeys } from './public-keys.ts';
import { signingKeyOf } from './signing-key.ts';
import { findStored } from './stored-rows.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { readableRow, signedAs, verifiedRow } from './verify-row.ts';

type Unread = 'snapshot' | 'signature' | 'live' | 'summary';
/** The last row of an entry. Its text is null where nothing here can read it. */
export type LastRow = (Omit<ReleasedRow, Unread> & { snapshot: EntryContent | null }) | Omit<WithdrawnRow, Unread>;

const proved = new WeakSet<object>();

/**
 * The last row of an entry as the transaction of `req` sees it; null when it was never released. One that does not
 * verify is handed out all the same, because it must be possible to withdraw it, by what was signed where its columns
 * are no row: who builds on its text asks `provedText`. Throws `IntegrityError` when neither can be read.
 */
export async function readLastRow(req: PayloadRequest, uid: string): Promise<LastRow | null> {
  const { payload } = req;
  const [stored] = await findStored({ payload, req }, { uid: { equals: uid } }, { sort: '-seq', limit: 1 });
  if (!stored) return null;
  const key = await signingKeyOf(payload);
  const verified = provedBy(stored, key.trusted) ?? provedBy(stored, await trustedKeys(payload, key));
  if (verified) proved.add(verified);
  return verified ?? asItStands(stored) ?? asItWasSigned(stored, await trustedKeys(payload, key));
}

function provedBy(stored: Stored, keys: readonly TrustedKey[]): LastRow | null {
  try {
    return verifiedRow(stored, { keys });
  } catch (error) {
    if (error instanceof IntegrityError) return null;
    throw error;
  }
}

function asItStands(stored: Stored): LastRow | null {
  try {
    const row = readableRow(stored, Number(stored.seq));
    return row.kind === 'withdrawn' ? row : { ...row, snapshot: parseSnapshot(row.schema, row.snapshot).content };
  } catch (error) {
    if (error instanceof IntegrityError) return null;
    throw error;
  }
}

function asItWasSigned(stored: Stored, keys: readonly TrustedKey[]): LastRow {
  const seq = Number(stored.seq);
  const row = signedAs(String(stored.signature), { seq, keys })?.row;
  if (!row) throw new IntegrityError(seq, 'the row cannot be read');
  return row.kind === 'withdrawn' ? row : { ...row, snapshot: null };
}

/** The text of a row of `readLastRow`, to build on. Throws `IntegrityError` unless it verified when it was read. */
export function provedText(row: { seq: number; snapshot: EntryContent | null }): EntryContent {
  if (row.snapshot !== null && proved.has(row)) return row.snapshot;
  throw new IntegrityError(row.seq, 'the row that readers have is not what was signed');
}
