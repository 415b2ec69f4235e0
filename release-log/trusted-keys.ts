import { createPublicKey, type KeyObject } from 'node:crypto';
import path from 'node:path';
import type { JWK } from 'jose';
import { z } from 'zod';
import type { OnTrouble } from './on-trouble.ts';
import { readIfThere, writeWhole } from './small-files.ts';

/** A public key whose signatures count (ADR 0017). */
export interface TrustedKey {
  kid: string;
  jwk: JWK;
  key: KeyObject;
  /** from this log position on its signatures no longer count; null when they do */
  revokedFromSeq: number | null;
}

const publicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  revokedFromSeq: z.int().min(1).nullish(),
});
const pinned = z.object({ keys: z.array(publicKey) });

/** A stored public key as one that can verify. Throws when it is none. */
export function toTrustedKey(stored: unknown, revokedFromSeq: number | null = null): TrustedKey {
  const { kty, crv, x, kid, revokedFromSeq: own } = publicKey.parse(stored);
  return {
    kid,
    jwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' },
    key: createPublicKey({ key: { kty, crv, x }, format: 'jwk' }),
    revokedFromSeq: own ?? revokedFromSeq,
  };
}

/**
 * The keys that this installation vouches for itself, kept beside its data and outside the database: whoever can
 * write the database alone cannot add one. `own` is added when it is not there, so that it stays trusted after a
 * change of keys. An operator revokes a key by giving it `revokedFromSeq` in this file.
 */
export async function pinnedKeys(dataDir: string, own: JWK, onTrouble: OnTrouble): Promise<TrustedKey[]> {
  const file = path.join(dataDir, 'keys', 'trusted.json');
  const { keys } = pinned.parse(JSON.parse((await readIfThere(file)) ?? '{"keys":[]}'));
  if (keys.some(({ kid }) => kid === own.kid)) return keys.map((key) => toTrustedKey(key));
  const all = [...keys, own];
  // A folder that cannot be written to costs the memory of this key, and no reader a page.
  await writeWhole(file, `${JSON.stringify({ keys: all }, null, 2)}\n`).catch((error: unknown) => {
    onTrouble(`the signing key ${own.kid} is not kept as trusted: keys/trusted.json cannot be written`, error);
  });
  return all.map((key) => toTrustedKey(key));
}
