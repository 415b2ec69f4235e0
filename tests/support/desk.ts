/** Staff at work on a running server, through HTTP alone. */
import { PASSWORD } from './people.ts';

interface Sheet {
  revision: string;
  live: { seq: number; revision: string } | null;
}

export interface Desk {
  /** Changes fields of a live entry and releases them; the log position that readers had before. */
  release: (collection: string, slug: string, changes: Record<string, unknown>) => Promise<number>;
  withdraw: (collection: string, slug: string) => Promise<void>;
}

/** The desk of a server with the demonstration accounts. */
export async function startDesk(url: string): Promise<Desk> {
  const call = async <T>(token: string, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const login = async (email: string) =>
    (await call<{ token: string }>('', 'POST', '/api/users/login', { email, password: PASSWORD })).token;
  const [editor, reviewer] = [await login('editor@example.com'), await login('reviewer@example.com')];
  const find = async (collection: string, slug: string) => {
    const path = `/api/${collection}?where[slug][equals]=${slug}&depth=0&draft=true`;
    const [entry] = (await call<{ docs: { id: string | number }[] }>(editor, 'GET', path)).docs;
    if (!entry) throw new Error(`there is no ${slug}`);
    return `/api/${collection}/${entry.id}`;
  };
  return {
    async release(collection, slug, changes) {
      const entry = await find(collection, slug);
      const before = await call<Sheet>(editor, 'GET', `${entry}/review`);
      await call(editor, 'PATCH', `${entry}?draft=true&depth=0`, changes);
      const { revision } = await call<Sheet>(editor, 'GET', `${entry}/review`);
      const submission = { revision, changeKind: 'minor', changeNote: 'Changed by a test.' };
      await call(editor, 'POST', `${entry}/submit-for-review`, submission);
      await call(reviewer, 'POST', `${entry}/approve`, { revision, release: true });
      return before.live?.seq ?? 0;
    },
    async withdraw(collection, slug) {
      const entry = await find(collection, slug);
      const { live } = await call<Sheet>(reviewer, 'GET', `${entry}/review`);
      await call(reviewer, 'POST', `${entry}/withdraw`, { revision: live?.revision, reason: 'inaccurate' });
    },
  };
}
