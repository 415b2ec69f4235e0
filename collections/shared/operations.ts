/** Payload's operations that change nothing, by the names that its hooks are told. */
const READING: ReadonlySet<unknown> = new Set(['read', 'readDistinct', 'count', 'countVersions']);

/** True for what only reads. What nobody has listed here counts as writing, in whatever version of Payload it comes. */
export const isReading = (operation: unknown): boolean => READING.has(operation);

/** A hook before every operation that refuses all but reading. */
export const refusesWriting =
  (refuse: () => never) =>
  ({ operation }: { operation: unknown }): void => {
    if (!isReading(operation)) refuse();
  };
