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

/** Rows of one collection that are written in a transaction: each is created, or changed where it is as expected. */
export interface RowsTogether {
  collection: string;
  create?: readonly Row[];
  /** `expect` names a counter that every writer moves: what a row says already need not be written to it again */
  change?: readonly { expect: Row; set: Row }[];
}

/** Writes what was made ready, in the transaction of `req`. Throws `RowInTheWay`; nothing of the transaction may stay then. */
export type WriteTogether = (req: object) => Promise<void>;

/** A row could not be written as it was said: one like it is there, or the one to change is another by now. */
export class RowInTheWay extends Error {
  readonly collection: string;

  constructor(collection: string, options?: ErrorOptions) {
    super(`a row of ${collection} is in the way`, options);
    this.collection = collection;
  }
}

/** What is asked of one table: rows by the values of one field, and which of their fields. */
export interface Lookup {
  collection: string;
  /** the newest saved states of its documents instead of these: their `parent` names the document */
  ofVersions?: boolean;
  by: string;
  values: readonly (string | number)[];
  /** `version.updatedAt` is inside a saved state */
  fields: readonly string[];
}

export interface ManyRows {
  /**
   * Makes rows of flat collections ready to be written in one transaction, a call or a statement for each kind of write:
   * all that can be done before it begins. Writes nothing itself.
   */
  readyTogether: (parts: readonly RowsTogether[]) => Promise<WriteTogether>;
  /**
   * Reads fields of many rows as the transaction of `req` sees them before it has written to their table; in no order.
   * Times are RFC 3339 text.
   */
  lookUp(req: object, lookup: Lookup): Promise<Row[]>;
  /**
   * Writes many rows of collections without drafts, lists and localised fields, by a call or two instead of two for each.
   * On SQLite it is one transaction; on MongoDB all that is created is there before anything is changed, and each change
   * is by itself. Answers the unique values of the rows that were created and the uids of those that were changed.
   * May be repeated. Throws a TypeError for two changes of one row: of what is answered by uid, nobody could tell which
   * was made. Throws what the database throws: then any of it may have been written on MongoDB, nothing on SQLite.
   */
  createAndUpdate(args: ManyRowsArgs): Promise<{ created: Set<string>; changed: Set<string> }>;
}

/** The adapter's own way to write many rows (`database/many-rows.ts`). Throws where an adapter has none. */
export function manyRowsOf(adapter: object): ManyRows {
  if (!writesMany(adapter)) throw new TypeError('the database adapter cannot write many rows at once');
  return adapter;
}

const writesMany = (adapter: object): adapter is ManyRows =>
  'createAndUpdate' in adapter && typeof adapter.createAndUpdate === 'function';
