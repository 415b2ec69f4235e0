/** What was waited for did not come in time. The work itself goes on. */
export class TooLate extends Error {
  constructor(ms: number, what: string) {
    super(`${what} within ${Math.round(ms)} ms`);
    this.name = 'TooLate';
  }
}

/**
 * The outcome of the work when it comes within `ms`; else throws a `TooLate` whose message begins with `what`, and says
 * for how long the work was under way: `before` milliseconds of it had gone by already.
 */
export async function within<T>(ms: number, work: Promise<T>, what: string, before = 0): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(before + ms, what)), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
