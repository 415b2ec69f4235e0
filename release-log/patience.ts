/** How long a reader waits for the database before it is told that nothing can be said, in milliseconds. */
export const PATIENCE_MS = 2_000;

/** What was asked for did not come in time. The work itself goes on. */
class OutOfPatience extends Error {
  constructor(ms: number) {
    super(`the database did not answer within ${Math.round(ms)} ms`);
    this.name = 'OutOfPatience';
  }
}

/**
 * The outcome of the work when it comes within `ms`, else an `OutOfPatience`: a database that hangs keeps its
 * connection open and says nothing, for as long as it likes.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutOfPatience(ms)), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
