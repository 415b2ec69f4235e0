import type { Where } from 'payload';

/** The query of Payload's list view that shows the same rows. */
export function listQuery(where: Where, sort: string): string {
  const query = new URLSearchParams({ sort });
  add(query, 'where', where);
  return query.toString();
}

function add(query: URLSearchParams, name: string, value: unknown): void {
  if (Array.isArray(value)) value.forEach((one: unknown, i) => add(query, `${name}[${i}]`, one));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) add(query, `${name}[${key}]`, inner);
  else query.set(name, String(value));
}
