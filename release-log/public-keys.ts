import canonicalize from 'canonicalize';
import type { JWK } from 'jose';
import type { Payload } from 'payload';
import { z } from 'zod';
import { openSignature, signText, type SigningKey } from './signature.ts';
import { toTrustedKey, type TrustedKey } from './trusted-keys.ts';

const KEYS = 'signing-keys';

const storedKey = z.object({
  id: z.union([z.string(), z.number()]),
  kid: z.string(),
  jwk: z.unknown(),
  voucher: z.string().nullish(),
});
type StoredKey = z.infer<typeof storedKey>;

/**
 * Every key whose signatures count: those that this installation pins, and those in the database that a trusted
 * key vouches for. A key that was merely written into the database counts for nothing.
 */
export const trustedKeys = async (payload: Payload, { trusted }: SigningKey): Promise<TrustedKey[]> =>
  withVouched(trusted, await storedKeys(payload));

/** The keys that are trusted, and those among the stored ones that a trusted key vouches for, directly or not. */
export function withVouched(
  trusted: readonly TrustedKey[],
  stored: readonly { kid: unknown; jwk: unknown; voucher?: unknown }[],
): TrustedKey[] {
  const keys = [...trusted];
  let open = stored.filter(({ kid }) => !keys.some((known) => known.kid === kid));
  for (let found = true; found;) {
    found = false;
    for (const one of open) {
      const key = vouchedFor(one, keys);
      if (key) keys.push(key);
      found ||= key !== null;
    }
    open = open.filter(({ kid }) => !keys.some((known) => known.kid === kid));
  }
  return keys;
}

/** A public key as readers may have it, with the position from which it no longer counts if it was revoked. */
export type PublicKey = JWK & { revokedFromSeq?: number };

export const publicJwks = (keys: readonly TrustedKey[]): PublicKey[] =>
  keys.map(({ jwk, revokedFromSeq }) => (revokedFromSeq === null ? jwk : { ...jwk, revokedFromSeq }));

/**
 * Lists the pinned keys in the database, each with a statement signed by the current key, so that processes that
 * have only the current key trust the earlier ones too. Writes only what is missing or out of date.
 */
export async function vouchForKeys(payload: Payload, signingKey: SigningKey): Promise<void> {
  const stored = await storedKeys(payload);
  for (const key of signingKey.trusted) {
    const known = stored.find(({ kid }) => kid === key.kid);
    const said = statementOf(key);
    if (known?.voucher && openSignature(known.voucher, signingKey.trusted, 'imprimatur-key+jws')?.payload === said) {
      continue;
    }
    const data = { kid: key.kid, jwk: key.jwk, voucher: await signText(said, 'imprimatur-key+jws', signingKey) };
    if (known) await payload.db.updateOne({ collection: KEYS, id: known.id, data });
    else await createKey(payload, data);
  }
}

async function createKey(payload: Payload, data: Record<string, unknown>): Promise<void> {
  try {
    await payload.db.create({ collection: KEYS, data });
  } catch (error) {
    // Of processes that start at once one lists the key.
    if (!(await storedKeys(payload)).some(({ kid }) => kid === data.kid)) throw error;
  }
}

async function storedKeys(payload: Payload): Promise<StoredKey[]> {
  const { docs } = await payload.db.find({ collection: KEYS, sort: 'createdAt', pagination: false, limit: 0 });
  return docs.map((doc) => storedKey.parse(doc));
}

/** What a voucher says of a key, as the text that is signed. */
const statementOf = ({ kid, jwk, revokedFromSeq }: Pick<TrustedKey, 'kid' | 'jwk' | 'revokedFromSeq'>): string =>
  canonicalize({ kid, x: jwk.x ?? null, revokedFromSeq }) ?? '';

const statement = z.object({ kid: z.string(), x: z.string(), revokedFromSeq: z.int().nullable() });

function vouchedFor(
  { jwk, voucher }: { jwk: unknown; voucher?: unknown },
  keys: readonly TrustedKey[],
): TrustedKey | null {
  const opened = typeof voucher === 'string' ? openSignature(voucher, keys, 'imprimatur-key+jws') : null;
  if (opened?.key.revokedFromSeq !== null) return null;
  try {
    const said = statement.parse(JSON.parse(opened.payload));
    const key = toTrustedKey(jwk, said.revokedFromSeq);
    return statementOf(key) === opened.payload ? key : null;
  } catch {
    return null;
  }
}
