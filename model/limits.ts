/** How many requests are taken, and in how many minutes. */
export interface Limit {
  most: number;
  minutes: number;
}

/** Counts of requests, for all processes together. What is counted by is kept as a keyed hash, while its time goes. */
export interface RequestCounts {
  /**
   * One more of `what` under this name. Null when that is within the limit; else the seconds until it is again, and
   * nothing is counted.
   */
  count(what: string, name: string, limit: Limit): Promise<number | null>;
  /** One less: what was counted turned out to be none. */
  uncount(what: string, name: string, limit: Limit): Promise<void>;
}
