'use client';
import type { ThreadView } from '../../editorial/comments/comments-sheet.ts';
import { stateWords } from '../comments/comment-words.ts';

/** What is said of the words of a change, each a way to its thread in the list of comments. */
export function ThreadsOfChange({ threads, label }: { threads: readonly ThreadView[]; label: string }) {
  if (threads.length === 0) return null;
  return (
    <ul className="review-change__threads" aria-label={`Open comments on ${label}`}>
      {threads.map((thread) => {
        const [first] = thread.lines;
        return (
          <li key={thread.thread}>
            <a href={`#comment-${thread.thread}`}>
              <span className={`comments__kind comments__kind--${thread.kind}`}>{stateWords(thread)}</span>{' '}
              <q>{excerptOf(thread.quote?.exact ?? '')}</q>
              {first && ` ${first.by}: ${excerptOf(first.body ?? '')}`}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

const EXCERPT = 80;

const excerptOf = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text);
