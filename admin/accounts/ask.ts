import { toRefusal, UNREACHABLE, type Refusal } from '../workflow/problem.ts';

/** The answer to a request of the logged-in person, or why there is none. `body` makes it a POST. */
export async function ask(path: string, body?: object): Promise<{ answer: unknown } | { refusal: Refusal }> {
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body
        ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
        : { method: 'GET' }),
    });
    const answer: unknown = await response.json();
    return response.ok ? { answer } : { refusal: toRefusal(answer) };
  } catch {
    return { refusal: UNREACHABLE };
  }
}
