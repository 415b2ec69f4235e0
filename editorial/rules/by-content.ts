import { LRUCache } from 'lru-cache';
import { revisionHash } from '../../model/revision.ts';

/** Answers that are kept of each rule. One takes some kilobytes. */
const MOST_ANSWERS = 500;

/**
 * A rule that remembers what it answered, by all that it was given: saving, asking and each verb ask the same about the
 * same words, and reading a long text takes many times as long as hashing it. For pure rules alone, of which everything
 * that the answer hangs on is given and is JSON. What one caller was answered others are answered too, so it is frozen.
 */
export function byContent<Given extends readonly unknown[], Answer extends object>(
  rule: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const known = new LRUCache<string, Answer>({ max: MOST_ANSWERS });
  return (...given) => {
    const key = revisionHash(given);
    const before = known.get(key);
    if (before) return before;
    const answer = frozen(rule(...given));
    known.set(key, answer);
    return answer;
  };
}

function frozen<T extends object>(value: T): T {
  for (const member of Object.values(value) as unknown[]) {
    if (typeof member === 'object' && member !== null && !Object.isFrozen(member)) frozen(member);
  }
  return Object.freeze(value);
}
