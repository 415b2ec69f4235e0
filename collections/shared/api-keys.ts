import { createHash, randomBytes } from 'node:crypto';
import type { AuthStrategy, PayloadRequest } from 'payload';
import { servicesOf } from '../../editorial/records/services.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { noteUse } from './key-use.ts';

/** 256 random bits, and what is kept of them: of a key that nobody chose a plain digest gives nothing away. */
export function makeKey(): { key: string; digest: string } {
  const key = `imp_${randomBytes(32).toString('base64url')}`;
  return { key, digest: digestOf(key) };
}

const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex');

interface StoredKey {
  id: DocumentId;
  owner: string;
  expiresAt: string | Date;
  revokedAt?: string | Date | null;
  lastUsedAt?: string | Date | null;
}

/** Lets `Authorization: users API-Key …` act for the account of the key, while it has not ended. */
export const apiKeyStrategy: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const key = /^users API-Key (\S+)$/.exec(headers.get('authorization') ?? '')?.[1];
    if (key === undefined) return { user: null };
    const digest = digestOf(key);
    const found = await payload.db.findOne<StoredKey>({
      collection: 'api-keys',
      where: { digest: { equals: digest } },
    });
    if (!found || found.revokedAt || new Date(found.expiresAt) <= servicesOf(payload).now()) return { user: null };
    const id = payload.db.defaultIDType === 'number' ? Number(found.owner) : found.owner;
    const user = await payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true });
    if (user) noteUse(payload, { id: found.id, digest, lastUsedAt: found.lastUsedAt });
    return { user: user ? { ...user, collection: 'users', _strategy: 'api-key' } : null };
  },
};

/** Ends every key of an account, in the caller's transaction. */
export async function revokeKeysOf(req: PayloadRequest, owner: DocumentId): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'api-keys',
    where: { and: [{ owner: { equals: String(owner) } }, { revokedAt: { equals: null } }] },
    data: { revokedAt: servicesOf(req.payload).now().toISOString() },
    req,
  });
}
