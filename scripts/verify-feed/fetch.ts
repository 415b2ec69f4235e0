/** Reading what a site serves. Part of `verify-feed.ts`, to be copied with it. */

export type Json = Record<string, unknown>;

const TIMEOUT_MS = 30_000;

export const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export const asObjects = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asObject) : []);

/** A JSON document. Throws when the address answers anything else than 200. */
export async function fetchJson(url: string): Promise<Json> {
  const { status, body } = await ask(url);
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return body;
}

/** Status and JSON object of an address; redirects are not followed, because nothing here ever moves. */
export async function ask(url: string): Promise<{ status: number; body: Json }> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  // Only the status of what is no JSON says something.
  return { status: response.status, body: asObject(await response.json().catch(() => null)) };
}

/**
 * Every page of a paged document, from the first address along the links that `next` finds. Throws when a link
 * leads back or to another site.
 */
export async function walk(first: string, next: (page: Json) => unknown): Promise<Json[]> {
  const pages: Json[] = [];
  const visited = new Set<string>();
  for (let url = first; ;) {
    visited.add(url);
    const page = await fetchJson(url);
    pages.push(page);
    const link = next(page);
    if (typeof link !== 'string') return pages;
    if (visited.has(link) || !URL.canParse(link) || new URL(link).origin !== new URL(first).origin) {
      throw new Error(`${url} links to ${link}, which leads back or away`);
    }
    url = link;
  }
}
