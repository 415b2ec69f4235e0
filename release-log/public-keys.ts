import type { JWK } from 'jose';
import type { Payload } from 'payload';

/** Public halves of every key that ever signed a release, oldest first. */
export async function publicKeys(payload: Payload): Promise<JWK[]> {
  const { docs } = await payload.find({
    collection: 'signing-keys',
    sort: 'createdAt',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  });
  return docs.map(({ jwk }) => jwk as JWK);
}
