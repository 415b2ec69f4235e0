import canonicalize from 'canonicalize';
import { CompactSign, compactVerify, createLocalJWKSet, decodeProtectedHeader, type CryptoKey, type JWK } from 'jose';
import type { Approval } from '../model/release-row.ts';

/** What a release signature covers (DESIGN §3). */
export interface SignedRelease {
  uid: string;
  /** revision hash */
  hash: string;
  version: string;
  approvals: Approval[];
  releasedAt: string;
}

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

/** Compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037); the payload is RFC 8785 canonical JSON. */
export async function signRelease(release: SignedRelease, key: SigningKey): Promise<string> {
  const { uid, hash, version, approvals, releasedAt } = release;
  const payload = canonicalize({ uid, hash, version, approvals, releasedAt });
  if (payload === undefined) throw new TypeError('release is not JSON');
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'imprimatur-release+jws' })
    .sign(key.privateKey);
}

/** Verifies a release signature against a JWK set. Throws what `jose` throws when it does not hold. */
export async function verifySignature(jws: string, keys: JWK[]): Promise<{ payload: SignedRelease; kid: string }> {
  const { payload } = await compactVerify(jws, createLocalJWKSet({ keys }), { algorithms: ['EdDSA'] });
  const { kid } = decodeProtectedHeader(jws);
  return { payload: JSON.parse(new TextDecoder().decode(payload)) as SignedRelease, kid: String(kid) };
}
