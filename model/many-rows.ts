/** Rows by the names of their fields; times as RFC 3339 text or Date. */
export type Row = Record<string, unknown>;

/** Compare and set of one row: it is changed if it still is as expected. */
export interface RowChange {
  uid: string;
  /** fields with the value that is expected, or a list of those that are */
  expect: Row;
  set: Row;
}

export interface ManyRowsArgs {
  /** the collection whose rows are changed */
  collection: string;
  /**
   * written before any change; a row whose value of the `unique` field is there already is left as it stands. `owner` is
   * the field that names the changed row by uid that a row is written for: where there is none, it is taken away again
   */
  create?: { collection: string; unique: string; rows: Row[]; owner?: string };
  changes?: RowChange[];
}

/** What every mail asks: plain conditions, which one index answers. */
export interface RowQuestion {
  collection: string;
  /** fields with their value, or a list of those that they may have */
  where: Record<string, string | number | readonly string[]>;
  /** a field of time, no later than this */
  until?: { field: string; time: Date };
  /** fields, rising */
  sort?: readonly string[];
  limit?: number;
  /** fields that are not read */
  without?: readonly string[];
}

export interface ManyRows {
  /**
   * Writes many rows of collections without drafts, lists and localised fields, by a call or two instead of two for each.
   * On SQLite it is one transaction; on MongoDB all that is created is there before anything is changed, and each change
   * is by itself. Answers the unique values of the rows that were created and the uids of those that were changed.
   * May be repeated. Throws a TypeError for two changes of one row: of what is answered by uid, nobody could tell which
   * was made. Throws what the database throws: then any of it may have been written on MongoDB, nothing on SQLite.
   */
  createAndUpdate(args: ManyRowsArgs): Promise<{ created: Set<string>; changed: Set<string> }>;
  /** Rows of such a collection past Payload's own reading: one statement. Throws what the database throws. */
  findRows(question: RowQuestion): Promise<Row[]>;
}

/** The adapter's own way to write many rows (`database/many-rows.ts`). Throws where an adapter has none. */
export function manyRowsOf(adapter: object): ManyRows {
  if (!writesMany(adapter)) throw new TypeError('the database adapter cannot write many rows at once');
  return adapter;
}

const writesMany = (adapter: object): adapter is ManyRows =>
  'createAndUpdate' in adapter && typeof adapter.createAndUpdate === 'function' && 'findRows' in adapter;
