import type { Verb } from '../../model/lifecycle.ts';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import type { Refusal } from './problem.ts';

export type Answer = { sheet: ReviewSheet } | { refusal: Refusal };

/** Asks the server about one entry: `review`, or a verb with its body. Never rejects. */
export type Ask = (what: 'review' | Verb, body?: unknown) => Promise<Answer>;

export interface Review {
  sheet: ReviewSheet | null;
  /** why the sheet could not be had */
  refusal: Refusal | null;
  loading: boolean;
  /** the revision that the form on screen shows; another one in the sheet means that someone changed it */
  seen: string | null;
}

export interface ReviewStore {
  get: () => Review;
  subscribe: (listener: () => void) => () => void;
  /** Reads the sheet again. `form: 'current'` says that the form shows what is saved now. */
  load: (options: { form: 'current' | 'as-before' }) => Promise<void>;
  /** Takes a verb; the sheet is that after the verb. One verb at a time. */
  take: (verb: Verb, body: unknown) => Promise<Answer>;
}

/** What this page knows of one entry. Late answers never replace newer ones. */
export function createReviewStore(ask: Ask, known: Review = EMPTY_REVIEW): ReviewStore {
  let review = known;
  let latest = 0;
  let taking = false;
  let formIsCurrent = false;
  const listeners = new Set<() => void>();
  const set = (next: Partial<Review>) => {
    review = { ...review, ...next };
    for (const listener of listeners) listener();
  };

  return {
    get: () => review,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load({ form }) {
      // An answer from before the verb would undo what the verb is about to say.
      if (taking) return;
      if (form === 'current') formIsCurrent = true;
      const turn = (latest += 1);
      set({ loading: true });
      const answer = await ask('review');
      if (turn !== latest) return;
      if ('refusal' in answer) {
        set({ refusal: answer.refusal, loading: false });
        return;
      }
      const { sheet } = answer;
      set({ sheet, refusal: null, loading: false, seen: formIsCurrent ? sheet.revision : review.seen });
      formIsCurrent = false;
    },
    async take(verb, body) {
      latest += 1;
      taking = true;
      const answer = await ask(verb, body);
      taking = false;
      if ('sheet' in answer) {
        set({ sheet: answer.sheet, refusal: null, loading: false, seen: answer.sheet.revision });
      } else set({ loading: false });
      return answer;
    },
  };
}

export const EMPTY_REVIEW: Review = { sheet: null, refusal: null, loading: false, seen: null };
