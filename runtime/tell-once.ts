/** Tells what failed in a round of work that is done again and again. */
export type TellRound = (name: string, failures: readonly Error[]) => void;

/**
 * Tells each failure once, however many rounds it lasts, and again when it comes back after a round without it. What
 * is remembered is what failed in the last round.
 */
export function createTeller(tell: (name: string, failure: Error) => void): TellRound {
  const last = new Map<string, ReadonlySet<string>>();
  return (name, failures) => {
    const before = last.get(name);
    last.set(name, new Set(failures.map(({ message }) => message)));
    for (const failure of failures) if (!before?.has(failure.message)) tell(name, failure);
  };
}

/** The failures that something was thrown with: one, or all that an AggregateError gathers. */
export function failuresIn(thrown: unknown): Error[] {
  if (thrown instanceof AggregateError) return thrown.errors.flatMap(failuresIn);
  return [thrown instanceof Error ? thrown : new Error(String(thrown))];
}
