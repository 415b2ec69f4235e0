import type { Lookup, Row, RowsTogether, WriteTogether } from '../model/many-rows.ts';
import { RowInTheWay } from '../model/many-rows.ts';
import { createBreath } from './breath.ts';
import { columnOf, quoted, stored, tableOf, type SqliteAdapter } from './many-rows-sqlite.ts';

type Value = string | number | null;
type Table = ReturnType<typeof tableOf>;

interface Ready {
  collection: string;
  /** values by statement */
  statements: Map<string, Value[][]>;
}

/** Values as the database takes them; long texts take a while, and others have their turn meanwhile. */
export async function readyForSqlite(
  { client, rawTables }: SqliteAdapter,
  parts: readonly RowsTogether[],
): Promise<WriteTogether> {
  const breathe = createBreath(() => performance.now());
  const now = new Date();
  const ready: Ready[] = [];
  for (const { collection, create = [], change = [] } of parts) {
    const table = tableOf(rawTables, collection);
    const created: Row = table.columns.createdAt ? { createdAt: now, updatedAt: now } : {};
    const updated: Row = table.columns.updatedAt ? { updatedAt: now } : {};
    const statements: Ready['statements'] = new Map();
    const add = ({ sql, args }: Statement) => {
      const known = statements.get(sql);
      if (known) known.push(args);
      else statements.set(sql, [args]);
    };
    for (const row of create) {
      await breathe();
      add(insertion(table, { ...created, ...row }));
    }
    for (const { expect, set } of change) {
      await breathe();
      add(update(table, expect, { ...whatIsNew(client, table, { expect, set }), ...updated }));
    }
    ready.push({ collection, statements });
  }
  return async () => {
    for (const { collection, statements } of ready)
      for (const [sql, values] of statements) {
        const changed = await run(client, collection, sql, values);
        if (changed.some((rows) => rows !== 1)) throw new RowInTheWay(collection);
      }
  };
}

interface Statement {
  sql: string;
  args: Value[];
}

/** Without the fields that the expected row has already: each one would be written to its indexes anew. */
function whatIsNew(client: SqliteAdapter['client'], table: Table, { expect, set }: { expect: Row; set: Row }): Row {
  const fields = Object.keys(set);
  const [row] = client.readRaw(
    `SELECT ${fields.map((field) => quoted(columnOf(table, field).name)).join(', ')} FROM ${quoted(table.name)}` +
      ` WHERE ${named(table, expect)}`,
    ...valuesOf(table, expect).map((value) => value ?? ''),
  );
  if (!row) return set;
  const isNew = ([field, value]: [string, unknown], i: number) => row[i] !== valueOf(table, field, value);
  const changed = Object.entries(set).filter(isNew);
  // A statement that sets nothing is none.
  return changed.length > 0 ? Object.fromEntries(changed) : set;
}

async function run(client: SqliteAdapter['client'], collection: string, sql: string, values: Value[][]) {
  try {
    return await client.runInTransaction(sql, values);
  } catch (cause) {
    const isThere =
      cause instanceof Error && 'code' in cause && /CONSTRAINT_(UNIQUE|PRIMARYKEY)/.test(String(cause.code));
    throw isThere ? new RowInTheWay(collection, { cause }) : cause;
  }
}

const valueOf = (table: Table, field: string, value: unknown) => stored(columnOf(table, field), value) as Value;

const valuesOf = (table: Table, row: Row) => Object.entries(row).map(([field, value]) => valueOf(table, field, value));

const named = (table: Table, row: Row, between = ' AND ') =>
  Object.keys(row)
    .map((field) => `${quoted(columnOf(table, field).name)} = ?`)
    .join(between);

function insertion(table: Table, row: Row): Statement {
  const columns = Object.keys(row).map((field) => quoted(columnOf(table, field).name));
  return {
    sql: `INSERT INTO ${quoted(table.name)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    args: valuesOf(table, row),
  };
}

const update = (table: Table, expect: Row, set: Row): Statement => ({
  sql: `UPDATE ${quoted(table.name)} SET ${named(table, set, ', ')} WHERE ${named(table, expect)}`,
  args: [...valuesOf(table, set), ...valuesOf(table, expect)],
});

/** Most values that one question names: SQLite takes 32,766. */
const TOGETHER = 10_000;

/**
 * From the reading connection, which sees what is committed: while a transaction writes nobody else commits, so it sees
 * what that transaction saw when it began.
 */
export function lookUpInSqlite({ client, rawTables }: SqliteAdapter, { by, values, fields, ...where }: Lookup): Row[] {
  const table = tableOf(rawTables, where.collection, where.ofVersions);
  const name = (field: string) => quoted(columnOf(table, field.replaceAll('.', '_')).name);
  const found: Row[] = [];
  for (let at = 0; at < values.length; at += TOGETHER) {
    const asked = values.slice(at, at + TOGETHER);
    const rows = client.readRaw(
      `SELECT ${fields.map(name).join(', ')} FROM ${quoted(table.name)} WHERE ${name(by)} IN ` +
        `(${asked.map(() => '?').join(', ')})${where.ofVersions ? ` AND ${name('latest')} = 1` : ''}`,
      ...asked,
    );
    found.push(...rows.map((row) => Object.fromEntries(fields.map((field, i) => [field, row[i]]))));
  }
  return found;
}
