import type { InStatement, InValue } from '@libsql/client';
import type { ManyRows, ManyRowsArgs, Row, RowQuestion } from '../model/many-rows.ts';
import { isDate } from './date-columns.ts';
import { jsonOrAsItStands } from './json-columns.ts';
import type { SerialSqliteClient } from './sqlite-client.ts';

type NewRows = NonNullable<ManyRowsArgs['create']>;
type Columns = Record<string, { name: string; type: string }>;

interface SqliteAdapter {
  client: SerialSqliteClient;
  rawTables: Record<string, { columns: Columns }>;
}

export const isSqlite = (adapter: object): adapter is SqliteAdapter => 'rawTables' in adapter && 'client' in adapter;

/** All of it as one transaction. */
export async function writeToSqlite(
  { client, rawTables }: SqliteAdapter,
  { collection, create, changes = [] }: ManyRowsArgs,
): ReturnType<ManyRows['createAndUpdate']> {
  const now = new Date();
  const creating = create ? insertions(tableOf(rawTables, create.collection), create, now) : [];
  const table = tableOf(rawTables, collection);
  const changing = changes.map(({ uid, expect, set }) => update(table, { uid, ...expect }, { updatedAt: now, ...set }));
  if (creating.length + changing.length === 0) return { created: new Set(), changed: new Set() };
  const clearing = create ? removals(tableOf(rawTables, create.collection), create, table) : [];
  const results = await client.batch([...creating, ...changing, ...clearing], 'write');
  const values = results.map(({ rows }) => rows.map((row) => row[0]).filter((value) => typeof value === 'string'));
  return {
    created: new Set(values.slice(0, creating.length).flat()),
    changed: new Set(values.slice(creating.length).flat()),
  };
}

export async function readFromSqlite(
  { client, rawTables }: SqliteAdapter,
  { collection, where, until, sort = [], limit, without = [] }: RowQuestion,
): Promise<Row[]> {
  const table = tableOf(rawTables, collection);
  const columns = Object.entries(table.columns).filter(([field]) => !without.includes(field));
  const nameOf = (field: string) => quoted(columnOf(table, field).name);
  const args: InValue[] = [];
  const conditions = conditionsOf(table, where, args);
  if (until) {
    conditions.push(`${nameOf(until.field)} <= ?`);
    args.push(until.time.toISOString());
  }
  const order = sort.length > 0 ? ` ORDER BY ${sort.map(nameOf).join(', ')}` : '';
  if (limit !== undefined) args.push(limit);
  const { rows } = await client.execute({
    sql:
      `SELECT ${columns.map(([, { name }]) => quoted(name)).join(', ')} FROM ${quoted(table.name)}` +
      ` WHERE ${conditions.join(' AND ')}${order}${limit === undefined ? '' : ' LIMIT ?'}`,
    args,
  });
  return rows.map((row) => Object.fromEntries(columns.map(([field, { type }], i) => [field, read(type, row[i])])));
}

interface Table {
  name: string;
  columns: Columns;
}

function tableOf(rawTables: SqliteAdapter['rawTables'], collection: string): Table {
  const name = collection.replaceAll('-', '_');
  const table = rawTables[name];
  if (!table) throw new TypeError(`there is no table of ${collection}`);
  return { name, columns: table.columns };
}

/** Rows of one statement: few enough that others have their turn between two of them. */
const TOGETHER = 25;

/** One statement for rows that follow each other and have the same fields. */
function insertions(table: Table, { unique, rows }: NewRows, now: Date): InStatement[] {
  const times: Row = table.columns.createdAt ? { createdAt: now, updatedAt: now } : {};
  const groups: { fields: string[]; rows: Row[] }[] = [];
  for (const given of rows) {
    const row: Row = { ...times, ...given };
    const fields = Object.keys(row);
    const last = groups.at(-1);
    if (last && last.rows.length < TOGETHER && last.fields.join() === fields.join()) last.rows.push(row);
    else groups.push({ fields, rows: [row] });
  }
  const key = quoted(columnOf(table, unique).name);
  return groups.map((group) => {
    const columns = group.fields.map((field) => columnOf(table, field));
    const places = `(${columns.map(() => '?').join(', ')})`;
    return {
      sql:
        `INSERT INTO ${quoted(table.name)} (${columns.map(({ name }) => quoted(name)).join(', ')})` +
        ` VALUES ${group.rows.map(() => places).join(', ')} ON CONFLICT (${key}) DO NOTHING RETURNING ${key}`,
      args: group.rows.flatMap((row) => columns.map((column, i) => stored(column, row[group.fields[i] ?? '']))),
    };
  });
}

/** Takes away what was written for rows that there are not. */
function removals(table: Table, { owner, rows }: NewRows, owners: Table): InStatement[] {
  if (owner === undefined || rows.length === 0) return [];
  const column = columnOf(table, owner);
  const args = [...new Set(rows.map((row) => stored(column, row[owner])))];
  const named = `${quoted(table.name)}.${quoted(column.name)}`;
  const sql =
    `DELETE FROM ${quoted(table.name)} WHERE ${named} IN (${args.map(() => '?').join(', ')})` +
    ` AND NOT EXISTS (SELECT 1 FROM ${quoted(owners.name)} WHERE ${quoted(owners.name)}."uid" = ${named})`;
  return [{ sql, args }];
}

function update(table: Table, expect: Row, set: Row): InStatement {
  const args: InValue[] = [];
  const sets = Object.entries(set).map(([field, value]) => {
    const column = columnOf(table, field);
    args.push(stored(column, value));
    return `${quoted(column.name)} = ?`;
  });
  const conditions = conditionsOf(table, expect, args);
  const sql = `UPDATE ${quoted(table.name)} SET ${sets.join(', ')} WHERE ${conditions.join(' AND ')} RETURNING "uid"`;
  return { sql, args };
}

/** Their values are added to `args`. */
function conditionsOf(table: Table, where: Row, args: InValue[]): string[] {
  return Object.entries(where).map(([field, value]) => {
    const column = columnOf(table, field);
    if (value === null) return `${quoted(column.name)} IS NULL`;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    args.push(...values.map((one) => stored(column, one)));
    return values.length === 1
      ? `${quoted(column.name)} = ?`
      : `${quoted(column.name)} IN (${values.map(() => '?').join(', ')})`;
  });
}

function columnOf({ name, columns }: Table, field: string): { name: string; type: string } {
  const column = columns[field];
  if (!column) throw new TypeError(`${name} has no column for ${field}`);
  return column;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** As Payload reads it, what somebody has broken included. */
function read(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'jsonb') return jsonOrAsItStands(value, (stored) => JSON.parse(String(stored)) as unknown);
  if (type === 'timestamp') return isDate(value) ? value : null;
  return type === 'boolean' ? value === 1 : value;
}

/** As Payload stores it. */
function stored({ type }: { type: string }, value: unknown): InValue {
  if (value === null || value === undefined) return null;
  if (type === 'jsonb') return JSON.stringify(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a ${typeof value} cannot be stored`);
}
