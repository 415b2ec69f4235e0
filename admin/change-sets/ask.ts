import { toRefusal, UNREACHABLE, type Refusal } from '../workflow/problem.ts';

export type Answer<T> = { answer: T } | { refusal: Refusal };

/** Asks an endpoint of the desk as the logged-in person; with a body it posts. */
export async function ask<T>(url: string, body?: unknown): Promise<Answer<T>> {
  try {
    const headers = {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    const response = await fetch(url, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return response.ok ? { answer: answer as T } : { refusal: toRefusal(answer) };
  } catch {
    return { refusal: UNREACHABLE };
  }
}
