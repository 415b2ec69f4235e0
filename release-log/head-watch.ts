import { inPatience, PATIENCE_MS } from './patience.ts';
import type { OnTrouble } from './on-trouble.ts';

export interface HeadWatch<T> {
  /**
   * What was seen at most `maxAgeMs` ago; looks again when it is older. Throws what looking throws, and once something
   * was seen `TooLate` when the look takes longer than `patienceMs`; whoever asks while it hangs hears so at once.
   */
  current: () => Promise<T>;
  /** the same without waiting: null when it is older */
  peek: () => T | null;
  /** what a look says that begins after this call, for whoever answers others and must not count its own age in */
  lookNow: () => Promise<T>;
  /**
   * The head is known to have moved: what was seen before is handed out no more, so that whoever wrote reads what they
   * wrote. Begins the next look now and waits for nothing.
   */
  moved: () => void;
}

/**
 * Looks at two things at once and hands out the first: only while both were seen lately enough, so that nobody is
 * answered by what one of them has overtaken.
 */
export const watchWith = <T>(
  first: HeadWatch<T>,
  second: Pick<HeadWatch<unknown>, 'current' | 'peek'>,
): HeadWatch<T> => ({
  peek: () => (second.peek() === null ? null : first.peek()),
  current: () => bothOf(first.current(), second.current()),
  lookNow: () => bothOf(first.lookNow(), second.current()),
  moved: first.moved,
});

async function bothOf<T>(first: Promise<T>, second: Promise<unknown>): Promise<T> {
  const [value] = await Promise.all([first, second]);
  return value;
}

/**
 * Looks again at something that moves, for any number of askers with one question at a time. From half of the
 * permitted age on the next look is under way already, so that under load nobody waits for it; what is older
 * than permitted is never handed out, also when looking fails.
 */
export function createHeadWatch<T>({
  look,
  now,
  maxAgeMs,
  patienceMs = PATIENCE_MS,
  what = 'where the release log ends',
  onTrouble,
}: {
  look: () => Promise<T>;
  /** milliseconds of a clock that does not jump */
  now: () => number;
  maxAgeMs: number;
  patienceMs?: number;
  /** what is looked at, in the words of whoever is told that it cannot be */
  what?: string;
  /** told when looking ahead fails, once until a look succeeds again */
  onTrouble: OnTrouble;
}): HeadWatch<T> {
  let seen: { value: T; at: number; moves: number } | null = null;
  let moves = 0;
  let looking: Promise<T> | null = null;
  let lookingSince = 0;
  let lookingAfterMoves = 0;
  let isTold = false;

  const lookOnce = async (): Promise<T> => {
    // The time is taken before the question: an answer is as old as its question.
    const asked = { at: now(), moves };
    lookingSince = asked.at;
    lookingAfterMoves = moves;
    seen = { value: await look(), ...asked };
    isTold = false;
    return seen.value;
  };
  const lookAgain = (): Promise<T> =>
    (looking ??= lookOnce().finally(() => {
      looking = null;
    }));
  const lookNow = () => (looking === null ? lookAgain() : looking.then(lookAgain, lookAgain));
  const unasked = (look: Promise<T>): void => {
    // Whoever needs the answer asks again and hears of the failure.
    look.catch((error: unknown) => {
      if (!isTold) onTrouble(`${what} cannot be looked at`, error);
      isTold = true;
    });
  };
  const peek = (): T | null => {
    if (seen === null || seen.moves < moves) return null;
    const age = now() - seen.at;
    if (age >= maxAgeMs) return null;
    if (age >= maxAgeMs / 2 && looking === null) unasked(lookAgain());
    return seen.value;
  };
  return {
    peek,
    current: () => {
      const value = peek();
      if (value !== null) return Promise.resolve(value);
      const look = lookingAfterMoves < moves ? lookNow() : lookAgain();
      // The first look takes in the whole log, however long that is.
      if (seen === null) return look;
      const waited = now() - lookingSince;
      return inPatience(look, `say ${what}`, { ms: Math.max(0, patienceMs - waited), waited });
    },
    lookNow,
    moved: () => {
      moves += 1;
      unasked(lookNow());
    },
  };
}
