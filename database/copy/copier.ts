/** What a copy of a database says of itself, read back from its files. */
export interface CopyRead {
  /** rows of each table or collection */
  counts: Record<string, number>;
  /** the last row of the release log; null when it is empty */
  last: { seq: number; signature: string } | null;
  /** rows of `signing-keys`, as they stand */
  keys: { kid: unknown; jwk: unknown; voucher: unknown }[];
}

/** Copies one database into a folder, and puts such a copy in its place. One use, then `close`. */
export interface DatabaseCopier {
  kind: 'SQLite' | 'MongoDB';
  /** Writes all of it as it was at one moment, while others write, and answers the names of the files. */
  copyInto: (folder: string) => Promise<string[]>;
  read: (folder: string) => Promise<CopyRead>;
  /** Whether it holds more than a start writes into a new one. */
  isInUse: () => Promise<boolean>;
  /** Why its place cannot be taken now, in words; null when it can. */
  whyNot: () => Promise<string | null>;
  /**
   * Sets the copy up where this process can work on it, and nobody else serves from it; answers its URL. What was
   * there before is kept aside until `keep`, which makes the copy the database, or `takeBack`, which leaves all as it was.
   */
  setUp: (folder: string) => Promise<string>;
  keep: () => Promise<void>;
  takeBack: () => Promise<void>;
  close: () => Promise<void>;
}
