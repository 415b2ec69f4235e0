import { toRefusal, UNREACHABLE, type Refusal } from '../workflow/problem.ts';

/** What came of it: why not, or the labels of what is not as it was. */
type Restored = { refusal: Refusal } | { differs: string[] };

/** Asks for an old state as the draft. An answer that is none counts as no answer: never throws. */
export async function askRestore(url: string, body: unknown, send: typeof fetch = fetch): Promise<Restored> {
  try {
    const answer = await send(url, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said: unknown = await answer.json();
    if (!answer.ok) return { refusal: toRefusal(said) };
    const differs: unknown = typeof said === 'object' && said !== null && 'differs' in said ? said.differs : null;
    return Array.isArray(differs) ? { differs: differs.map(String) } : { refusal: UNREACHABLE };
  } catch {
    return { refusal: UNREACHABLE };
  }
}
