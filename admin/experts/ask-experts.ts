import type { MadeLink } from '../../editorial/experts/make-link.ts';
import type { LinkShown } from '../../editorial/experts/read-links.ts';
import { toRefusal, UNREACHABLE, type Refusal } from '../workflow/problem.ts';

type Answer<T> = { answer: T } | { refusal: Refusal };

/** The links of one entry, for example `/api/causes/12`, as the logged-in person asks. */
export const askExperts = (entryUrl: string) => ({
  list: () => ask<{ links: LinkShown[] }>(`${entryUrl}/experts`),
  make: (body: { revision: string; name: string; days: number }) => ask<MadeLink>(`${entryUrl}/experts`, body),
  revoke: (uid: string) => ask<{ links: LinkShown[] }>(`${entryUrl}/experts/${uid}/revoke`, {}),
});

async function ask<T>(url: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return response.ok ? { answer: answer as T } : { refusal: toRefusal(answer) };
  } catch {
    return { refusal: UNREACHABLE };
  }
}
