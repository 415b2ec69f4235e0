import type { PublicKey } from '../../release-log/public-keys.ts';
import { toRepresentation, type Representation } from '../http/representation.ts';

/** The members of an Ed25519 key that are public (RFC 8037 §2), and our own; `d` would be the secret. */
const PUBLIC = ['kty', 'crv', 'x', 'kid', 'alg', 'use', 'revokedFromSeq'] as const;

/** A JWK set (RFC 7517 §5) with nothing but public members. */
export const keySet = (keys: PublicKey[]): Representation =>
  toRepresentation(
    JSON.stringify({
      keys: keys.map((key) => Object.fromEntries(PUBLIC.flatMap((name) => (name in key ? [[name, key[name]]] : [])))),
    }),
    'application/jwk-set+json',
  );
