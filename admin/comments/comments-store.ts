import type { CommentsSheet } from '../../editorial/comments/comments-sheet.ts';
import type { Refusal } from '../workflow/problem.ts';
import type { AskComments } from './ask-comments.ts';

export interface Comments {
  sheet: CommentsSheet | null;
  /** why the comments could not be read */
  refusal: Refusal | null;
}

/** Something to say: of the whole, or of a thread (`/{thread}/replies` …). */
interface Saying {
  path: string;
  body: Record<string, unknown>;
}

export interface CommentsStore {
  get: () => Comments;
  subscribe: (listener: () => void) => () => void;
  load: () => Promise<void>;
  /** Says something; null when it was taken. One thing at a time; a second try with the same key says nothing twice. */
  say: (saying: Saying) => Promise<Refusal | null>;
}

export const NO_COMMENTS: Comments = { sheet: null, refusal: null };

/** What this page knows of the comments of one entry. Late answers never replace newer ones. */
export function createCommentsStore(ask: AskComments): CommentsStore {
  let comments = NO_COMMENTS;
  let latest = 0;
  const listeners = new Set<() => void>();
  const set = (next: Comments) => {
    comments = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => comments,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const turn = (latest += 1);
      const answer = await ask();
      if (turn !== latest) return;
      set('sheet' in answer ? { sheet: answer.sheet, refusal: null } : { ...comments, refusal: answer.refusal });
    },
    async say({ path, body }) {
      latest += 1;
      const answer = await ask(path, body);
      latest += 1;
      if ('refusal' in answer) return answer.refusal;
      set({ sheet: answer.sheet, refusal: null });
      return null;
    },
  };
}
