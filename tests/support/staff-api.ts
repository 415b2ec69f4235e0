/** Staff of a running server, through its REST API: for what a browser test needs first, and for what it proves. */
import { PASSWORD } from './people.ts';

/** Asks the API as one of the demonstration accounts; throws what it refuses. */
export type Ask = <T = unknown>(method: string, path: string, body?: unknown) => Promise<T>;

/** A function of the first part of an account's address; each logs in once. */
export function staffApi(url: string): (who: string) => Ask {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (who: string): Promise<string> => {
    const known = tokens.get(who);
    if (known) return known;
    const login = { email: `${who}@example.com`, password: PASSWORD };
    const made = call<{ token: string }>(url, '', 'POST', '/api/users/login', login).then(({ token }) => token);
    tokens.set(who, made);
    return made;
  };
  return (who) => async (method, path, body) => call(url, await tokenOf(who), method, path, body);
}

async function call<T>(url: string, token: string, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The path of a document in the API, found by its web address. */
export async function pathOf(ask: Ask, collection: string, slug: string): Promise<string> {
  const { docs } = await ask<{ docs: { id: string | number }[] }>(
    'GET',
    `/api/${collection}?where[slug][equals]=${slug}&depth=0&draft=true`,
  );
  if (!docs[0]) throw new Error(`there is no ${slug}`);
  return `/api/${collection}/${docs[0].id}`;
}
