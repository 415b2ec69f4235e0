import type { CommentsSheet } from '../../editorial/comments/comments-sheet.ts';
import { toRefusal, UNREACHABLE, type Refusal } from '../workflow/problem.ts';

export type CommentsAnswer = { sheet: CommentsSheet } | { refusal: Refusal };

/** Asks the comments of one entry: reads them, or says something. Never rejects. */
export type AskComments = (path?: string, body?: unknown) => Promise<CommentsAnswer>;

/** `entryUrl`: the address of the entry in the API, for example `/api/causes/12`. */
export const askComments =
  (entryUrl: string): AskComments =>
  async (path = '', body) => {
    try {
      const response = await fetch(`${entryUrl}/comments${path}`, {
        credentials: 'same-origin',
        cache: 'no-store',
        headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      return response.ok ? { sheet: answer as CommentsSheet } : { refusal: toRefusal(answer) };
    } catch {
      return { refusal: UNREACHABLE };
    }
  };
