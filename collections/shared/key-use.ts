import { LRUCache } from 'lru-cache';
import type { Payload } from 'payload';
import { servicesOf } from '../../editorial/records/services.ts';
import type { DocumentId } from '../../editorial/records/stored-entry.ts';
import { afterwards } from './afterwards.ts';

const HOUR_MS = 60 * 60 * 1000;

/** When this process last wrote, or tried to write, that a key was used, by its digest. What it forgets, the row knows. */
const noted = new LRUCache<string, number>({ max: 10_000 });

interface Used {
  id: DocumentId;
  digest: string;
  lastUsedAt?: string | Date | null;
}

/**
 * Keeps that a key was used: at most once an hour, so "last used" is up to an hour too early. The answer waits for
 * nothing here, and a write that fails is only told to the log; the next one is tried an hour later.
 */
export function noteUse(payload: Payload, { id, digest, lastUsedAt }: Used): void {
  const now = servicesOf(payload).now();
  // Each for itself: another process may have written, and a write of this one may have failed.
  const known = [noted.get(digest), lastUsedAt ? new Date(lastUsedAt).getTime() : undefined];
  if (known.some((at) => at !== undefined && Math.abs(now.getTime() - at) < HOUR_MS)) return;
  noted.set(digest, now.getTime());
  afterwards(payload, 'the last use of an API key was not kept', () =>
    payload.db.updateOne({
      collection: 'api-keys',
      where: { id: { equals: id } },
      data: { lastUsedAt: now.toISOString() },
    }),
  );
}
