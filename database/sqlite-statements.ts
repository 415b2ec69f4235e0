import { LibsqlError, type InArgs, type InValue, type ResultSet, type Row, type Value } from '@libsql/client';
import Database from 'libsql';

/** How many prepared statements a connection keeps: an approval asks some 60 different ones, a sending some 30. */
const KEPT = 256;

export interface SqliteStatements {
  /** Runs one statement as libSQL's own client does: the same rows, numbers and errors (`LibsqlError`). */
  execute: (statement: { sql: string; args?: InArgs }) => ResultSet;
  /** Prepares everything anew from here on: for after a change of the schema. */
  forget: () => void;
  /** Lets all go, and refuses whatever comes after as libSQL's own client does once it is closed. */
  close: () => void;
}

interface Prepared {
  statement: Database.Statement;
  /** null: it answers no rows */
  columns: Columns | null;
}

interface Columns {
  names: string[];
  types: string[];
  /** makes a row of their values */
  rowOf: (raw: unknown[]) => Row;
}

/**
 * The statements of one connection, prepared once for each text. libSQL's client prepares each anew and asks twice for
 * its columns, which is most of what a short question costs (five sixths of a question by key).
 */
export function createSqliteStatements(db: Database.Database): SqliteStatements {
  const kept = new Map<string, Prepared>();
  let isClosed = false;

  const take = (key: string, sql: string): Prepared => {
    const known = kept.get(key);
    // Out while it runs: one that failed may be open still, and is left to the garbage collector.
    kept.delete(key);
    return known ?? prepare(db, sql);
  };
  const keep = (key: string, prepared: Prepared) => {
    kept.set(key, prepared);
    const oldest = kept.size > KEPT ? kept.keys().next() : null;
    if (oldest && !oldest.done) kept.delete(oldest.value);
  };

  return {
    execute({ sql, args = [] }) {
      if (isClosed) throw new LibsqlError('The client is closed', 'CLIENT_CLOSED');
      const values = toBound(args);
      // What is bound is kept as well: with fewer values than the last time, an old one would be bound again.
      const key = `${Array.isArray(values) ? values.length : Object.keys(values).sort().join()} ${sql}`;
      try {
        const prepared = take(key, sql);
        const result = prepared.columns ? rowsOf(prepared, values) : changesOf(prepared, values);
        keep(key, prepared);
        return result;
      } catch (error) {
        throw toLibsqlError(error);
      }
    },
    forget: () => kept.clear(),
    close() {
      isClosed = true;
      kept.clear();
    },
  };
}

function prepare(db: Database.Database, sql: string): Prepared {
  const statement = db.prepare(sql);
  // Numbers come as bigint, so that one that a number cannot hold is refused instead of rounded.
  statement.safeIntegers(true);
  if (!statement.reader) return { statement, columns: null };
  statement.raw(true);
  return { statement, columns: columnsOf(statement) };
}

function columnsOf(statement: Database.Statement): Columns {
  const columns = statement.columns();
  const names = columns.map(({ name }) => name);
  return { names, types: columns.map(({ type }) => type ?? ''), rowOf: rowMaker(names) };
}

function rowsOf(prepared: Prepared, values: Bound): ResultSet {
  const raw = prepared.statement.all(values) as unknown[][];
  // `SELECT *` after another process changed the table.
  if (raw[0] && raw[0].length !== prepared.columns?.names.length) prepared.columns = columnsOf(prepared.statement);
  const { names, types, rowOf } = prepared.columns ?? { names: [], types: [], rowOf: rowMaker([]) };
  return resultOf(names, types, raw.map(rowOf));
}

function changesOf({ statement }: Prepared, values: Bound): ResultSet {
  const { changes, lastInsertRowid } = statement.run(values);
  return resultOf([], [], [], changes, BigInt(lastInsertRowid));
}

function resultOf(columns: string[], columnTypes: string[], rows: Row[], rowsAffected = 0, rowid?: bigint): ResultSet {
  return {
    ...{ columns, columnTypes, rows, rowsAffected, lastInsertRowid: rowid },
    toJSON: () => ({
      columns,
      columnTypes,
      rows: rows.map((row) => Array.from(row)),
      rowsAffected,
      lastInsertRowid: rowid?.toString() ?? null,
    }),
  };
}

/** By place without being listed; the names are fields of the row itself. */
class SqlRow {
  readonly #cells: readonly Value[];
  constructor(cells: readonly Value[]) {
    this.#cells = cells;
  }
  static at = (row: SqlRow, place: number): Value | undefined => row.#cells[place];
  static lengthOf = (row: SqlRow): number => row.#cells.length;
}
Object.defineProperty(SqlRow.prototype, 'length', {
  get(this: SqlRow) {
    return SqlRow.lengthOf(this);
  },
});

/** Rows of so many columns can be asked by place. */
let places = 0;
function havePlaces(count: number): void {
  for (; places < count; places += 1) {
    const place = places;
    Object.defineProperty(SqlRow.prototype, place, {
      get(this: SqlRow) {
        return SqlRow.at(this, place);
      },
    });
  }
}

const IS_PLACE = /^\d+$/;

/** Makes rows of values under these names; of two columns of one name the first has it, and none takes a place of the row. */
function rowMaker(names: readonly string[]): (raw: unknown[]) => Row {
  havePlaces(names.length);
  const isTaken = (name: string) => name === 'length' || (IS_PLACE.test(name) && Number(name) < names.length);
  const firsts = names.flatMap((name, place) =>
    names.indexOf(name) === place && !isTaken(name) ? [{ name, place }] : [],
  );
  // Names that a row has a meaning for already are defined, not assigned.
  const isPlain = ({ name }: { name: string }) => !IS_PLACE.test(name) && !(name in SqlRow.prototype);
  const [plain, others] = [firsts.filter(isPlain), firsts.filter((first) => !isPlain(first))];
  return (raw) => {
    const cells = raw.map(fromSql);
    const row = new SqlRow(cells) as unknown as Record<string, Value | undefined>;
    for (const { name, place } of plain) row[name] = cells[place];
    for (const { name, place } of others)
      Object.defineProperty(row, name, { value: cells[place], enumerable: true, configurable: true, writable: true });
    return row as unknown as Row;
  };
}

function fromSql(cell: unknown): Value {
  if (typeof cell === 'bigint') {
    const number = Number(cell);
    if (!Number.isSafeInteger(number))
      throw new RangeError('a number of the database is too large to be a number here');
    return number;
  }
  if (cell instanceof Uint8Array) return Uint8Array.from(cell).buffer;
  return cell as Value;
}

type Bound = unknown[] | Record<string, unknown>;

const toBound = (args: InArgs): Bound =>
  Array.isArray(args)
    ? args.map(toSql)
    : Object.fromEntries(Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), toSql(value)]));

/** What cannot be bound is refused in the words of libSQL's own client: the API knows a bad question by them. */
function toSql(value: InValue | undefined): unknown {
  if (value === undefined) throw new TypeError('undefined cannot be passed as argument to the database');
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('Only finite numbers (not Infinity or NaN) can be passed as arguments');
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value)
    throw new RangeError('bigint is too large to be represented as a 64-bit integer and passed as argument');
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.valueOf();
  return value instanceof ArrayBuffer ? Buffer.from(value) : value;
}

function toLibsqlError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { message, code, rawCode } = error;
  return new LibsqlError(message, code, rawCode, error);
}
