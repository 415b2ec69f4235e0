import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { toRefusal, UNREACHABLE } from './problem.ts';
import type { Ask } from './review-store.ts';

/** Asks the endpoints of one entry, for example `/api/causes/12`, as the logged-in person. */
export const askReview =
  (entryUrl: string): Ask =>
  async (what, body) => {
    try {
      const response = await fetch(`${entryUrl}/${what}`, {
        credentials: 'same-origin',
        cache: 'no-store',
        headers: { Accept: 'application/json' },
        ...(what === 'review' ? {} : postOf(body)),
      });
      const answer: unknown = await response.json();
      return response.ok ? { sheet: answer as ReviewSheet } : { refusal: toRefusal(answer) };
    } catch {
      return { refusal: UNREACHABLE };
    }
  };

const postOf = (body: unknown) => ({
  method: 'POST',
  headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
