import { DOSE_NAMES, type DoseName, type Exercise, type Range } from '../../model/entries/exercise.ts';

/** How each number of an exercise is said; `n` is `8–10` or `8`. */
const SAID: Record<DoseName, (n: string, isOne: boolean) => string> = {
  repetitions: (n, isOne) => (isOne ? 'once' : `${n} times`),
  hold: (n, isOne) => `hold ${n} ${isOne ? 'second' : 'seconds'}`,
  sets: (n, isOne) => `${n} ${isOne ? 'set' : 'sets'}`,
  minutes: (n, isOne) => `${n} ${isOne ? 'minute' : 'minutes'}`,
  timesADay: (n, isOne) => (isOne ? 'once a day' : `${n} times a day`),
  daysAWeek: (n, isOne) => (n === '7' ? 'every day' : `${n} ${isOne ? 'day' : 'days'} a week`),
};

/** `8–10 times, hold 3–5 seconds, 1–3 sets, 2–3 days a week`: an exercise's numbers in one line, in every channel. */
export function doseLine(exercise: Exercise): string {
  const line = DOSE_NAMES.flatMap((name) => {
    const n = numbers(exercise[name]);
    return n === null ? [] : [SAID[name](n, n === '1')];
  }).join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function numbers({ from, to }: Range): string | null {
  if (from === null && to === null) return null;
  return from === null || to === null || from === to ? String(from ?? to) : `${from}–${to}`;
}
