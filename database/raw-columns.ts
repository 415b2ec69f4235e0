import type { Payload } from 'payload';
import type { SerialSqliteClient } from './sqlite-client.ts';

/** How a column's value is handed out: JSON as text, dates as RFC 3339 in UTC with milliseconds, the rest as it is. */
export type ColumnKind = 'plain' | 'json' | 'date';

export interface RawQuery {
  /** a collection without drafts or localised fields */
  collection: string;
  columns: readonly { name: string; kind: ColumnKind }[];
  /** a numeric, indexed column; rows come in its order */
  by: string;
  after: number;
  limit: number;
}

/**
 * Plain columns of many rows, past Payload's own reading: some ten times cheaper, for who reads a long log from
 * its beginning. Each row is an array in the order of `columns`; what is missing is null. Throws what the
 * database throws.
 */
export async function readColumns({ db }: Payload, query: RawQuery): Promise<unknown[][]> {
  const adapter: object = db;
  if (isSqlite(adapter)) return Promise.resolve(fromSqlite(adapter.client, query));
  const model = isMongo(adapter) ? adapter.collections[query.collection] : undefined;
  if (!model) throw new Error(`there is no collection ${query.collection}`);
  return fromMongo(model, query);
}

const isSqlite = (adapter: object): adapter is { client: SerialSqliteClient } =>
  'client' in adapter && typeof adapter.client === 'object' && adapter.client !== null && 'readRaw' in adapter.client;

const isMongo = (adapter: object): adapter is { collections: Record<string, MongooseModel> } =>
  'collections' in adapter;

interface MongooseModel {
  collection: {
    find: (
      where: object,
      options: object,
    ) => { sort: (by: object) => { limit: (count: number) => { toArray: () => Promise<Record<string, unknown>[]> } } };
  };
}

function fromSqlite(client: SerialSqliteClient, { collection, columns, by, after, limit }: RawQuery): unknown[][] {
  const list = columns.map(({ name }) => quoted(name)).join(', ');
  const order = quoted(by);
  return client.readRaw(
    `SELECT ${list} FROM ${quoted(collection)} WHERE ${order} > ? AND ${order} <= ? ORDER BY ${order} LIMIT ?`,
    after,
    Number.MAX_SAFE_INTEGER,
    limit,
  );
}

/** Payload's names on SQLite: `releasedAt` is the column `released_at`. */
const quoted = (name: string): string => `"${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

/**
 * Numbers without a gap, as those of the log are, all lie between two bounds: engines that sort what is left for a page
 * in an index's order (DocumentDB on PostgreSQL) then sort a page. What a gap leaves of the page is asked for behind it.
 */
async function fromMongo({ collection }: MongooseModel, { columns, by, after, limit }: RawQuery): Promise<unknown[][]> {
  const projection = Object.fromEntries(columns.map(({ name }) => [name, 1]));
  const between = (above: number, upTo: number, most: number) =>
    collection
      .find({ [by]: { $gt: above, $lte: upTo } }, { projection })
      .sort({ [by]: 1 })
      .limit(most)
      .toArray();
  const near = await between(after, after + limit, limit);
  const rest = near.length < limit ? await between(after + limit, Number.MAX_SAFE_INTEGER, limit - near.length) : [];
  return [...near, ...rest].map((document) => columns.map(({ name, kind }) => asText(document[name], kind)));
}

function asText(value: unknown, kind: ColumnKind): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'json') return JSON.stringify(value);
  return kind === 'date' && value instanceof Date ? value.toISOString() : value;
}
