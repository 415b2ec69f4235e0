import { CompactSign } from 'jose';
import type { SigningKey } from './signature.ts';

/** Signs the hash of something that a channel made of a release; the answer is a compact JWS. */
export type Seal = (hash: string) => Promise<string>;

/**
 * Seals with the installation's key: a compact JWS (EdDSA) whose payload is the hash. A type of its own, so that
 * no seal passes for the signature of a row.
 */
export const sealWith =
  (signingKey: () => Promise<SigningKey>): Seal =>
  async (hash) => {
    const { kid, privateKey } = await signingKey();
    return new CompactSign(new TextEncoder().encode(hash))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'imprimatur-item+jws' })
      .sign(privateKey);
  };
