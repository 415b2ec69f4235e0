/** A key as its list shows it. */
export interface Key {
  id: number | string;
  name: string;
  begins: string;
  createdAt: string;
  expiresAt: string;
  /** to the hour; absent until it is used */
  lastUsedAt?: string | null;
}

type Listed = Key & { revokedAt?: string | null };

/** The keys in an answer of `GET /api/api-keys` that still act at `now`. */
export function keysIn(answer: unknown, now: Date): Key[] {
  if (typeof answer !== 'object' || answer === null || !('docs' in answer) || !Array.isArray(answer.docs)) return [];
  return (answer.docs as Listed[]).filter(({ revokedAt, expiresAt }) => !revokedAt && new Date(expiresAt) > now);
}
