import { verify } from 'node:crypto';
import { CompactSign, type CryptoKey, type JWK } from 'jose';
import { canonicalRow, hashOfCanonical, type SignedRow } from '../model/release-row.ts';
import type { TrustedKey } from './trusted-keys.ts';

export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
  /** the keys that this installation trusts without asking the database: this one, and earlier ones of its own */
  trusted: readonly TrustedKey[];
}

/** What a signature is for (RFC 7515 §4.1.9), so that one kind is never taken for the other. */
export type SignatureType = 'imprimatur-release+jws' | 'imprimatur-key+jws' | 'imprimatur-audit+jws';

/**
 * Signs a whole row: compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037), whose payload is the row's
 * RFC 8785 canonical JSON. `hash` is the row hash, the SHA-256 of that same text.
 */
export async function signRow(
  row: SignedRow,
  key: Pick<SigningKey, 'kid' | 'privateKey'>,
): Promise<{ signature: string; hash: string }> {
  const canonical = canonicalRow(row);
  return { signature: await signText(canonical, 'imprimatur-release+jws', key), hash: hashOfCanonical(canonical) };
}

export const signText = (
  text: string,
  typ: SignatureType,
  { kid, privateKey }: Pick<SigningKey, 'kid' | 'privateKey'>,
): Promise<string> =>
  new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'EdDSA', kid, typ }).sign(privateKey);

/** What a signature of a trusted key says, and whose it is; null when it does not hold or nobody trusts the key. */
export function openSignature(
  jws: string,
  keys: readonly TrustedKey[],
  typ: SignatureType = 'imprimatur-release+jws',
): { payload: string; key: TrustedKey } | null {
  const [header = '', payload = '', signature = '', ...more] = jws.split('.');
  const said = headerOf(header);
  if (more.length > 0 || said.alg !== 'EdDSA' || said.typ !== typ) return null;
  const key = keys.find(({ kid }) => kid === said.kid);
  if (!key) return null;
  const holds = verify(null, Buffer.from(`${header}.${payload}`), key.key, Buffer.from(signature, 'base64url'));
  return holds ? { payload: Buffer.from(payload, 'base64url').toString('utf8'), key } : null;
}

function headerOf(encoded: string): { alg?: unknown; typ?: unknown; kid?: unknown } {
  try {
    const header: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return typeof header === 'object' && header !== null ? header : {};
  } catch {
    return {};
  }
}
