import { CompactSign, compactVerify, createLocalJWKSet, decodeProtectedHeader, type CryptoKey, type JWK } from 'jose';
import { canonicalRow, hashOfCanonical, type SignedRow } from '../model/release-row.ts';

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/**
 * Signs a whole row: compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037), whose payload is the row's
 * RFC 8785 canonical JSON. `hash` is the row hash, the SHA-256 of that same text.
 */
export async function signRow(row: SignedRow, key: SigningKey): Promise<{ signature: string; hash: string }> {
  const canonical = canonicalRow(row);
  const signature = await new CompactSign(new TextEncoder().encode(canonical))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'imprimatur-release+jws' })
    .sign(key.privateKey);
  return { signature, hash: hashOfCanonical(canonical) };
}

/** What a signature says, as the text that was signed. Throws what `jose` throws when it does not hold. */
export async function verifySignature(jws: string, keys: JWK[]): Promise<{ payload: string; kid: string }> {
  const { payload } = await compactVerify(jws, createLocalJWKSet({ keys }), { algorithms: ['EdDSA'] });
  const { kid } = decodeProtectedHeader(jws);
  return { payload: new TextDecoder().decode(payload), kid: String(kid) };
}
