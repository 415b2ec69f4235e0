import type { InArgs } from '@libsql/client';
import { Sqlite3Client } from '@libsql/client/sqlite3';
import Database from 'libsql';
import { readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteStatements, type SqliteStatements } from '../../database/sqlite-statements.ts';

const TABLE = 'CREATE TABLE things (id integer primary key, name text unique, size integer, bytes blob)';
const ADD = 'INSERT INTO things (name, size, bytes) VALUES (?, ?, ?)';
const BY_NAME = 'SELECT id, name, size, bytes, name AS id FROM things WHERE name = ?';
const bytes = new TextEncoder().encode('four').buffer;

/** What this process holds open. */
const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return [];
    }
  });

describe('statements that a connection keeps', () => {
  let folder: string;
  let connection: Database.Database;
  let other: Database.Database;
  let kept: SqliteStatements;
  let stock: Sqlite3Client;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imprimatur-statements-'));
    const file = path.join(folder, 'test.db');
    [connection, other] = [new Database(file), new Database(file)];
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec(TABLE);
    kept = createSqliteStatements(connection);
    stock = new Sqlite3Client(file, {}, other, 'number');
    kept.execute({ sql: ADD, args: ['one', 1, bytes] });
  });
  afterEach(async () => {
    for (const db of [connection, other]) if (db.open) db.close();
    await rm(folder, { recursive: true });
  });

  it.each<[string, InArgs]>([
    [BY_NAME, ['one']],
    [BY_NAME, ['nothing']],
    ['SELECT * FROM things', []],
    ['SELECT count(*), :a AS a, @b AS b, $c', { a: true, '@b': null, $c: new Date(5) }],
    ['SELECT 1.5 AS half, 9007199254740991 AS most, -3 AS less', []],
    ['SELECT 1', []],
    ['SELECT 5 AS length, 7 AS "0", 8 AS "9", 9 AS constructor', []],
    ['PRAGMA table_info(things)', []],
    ['UPDATE things SET size = ? WHERE name = ?', [2, 'nothing']],
  ])('answer %s with %j as the stock client does, each time', async (sql, args) => {
    const expected = await stock.execute({ sql, args });
    for (const time of ['first', 'second']) {
      const result = kept.execute({ sql, args });
      expect(
        result.rows.map((row) => ({ ...row })),
        time,
      ).toEqual(expected.rows.map((row) => ({ ...row })));
      expect(
        result.rows.map((row) => Array.from(row)),
        time,
      ).toEqual(expected.rows.map((row) => Array.from(row)));
      expect(result.columns).toEqual(expected.columns);
      expect(result.columnTypes).toEqual(expected.columnTypes);
      expect(result.rowsAffected).toBe(expected.rowsAffected);
    }
  });

  it('see what was written between two times', () => {
    const names = () => kept.execute({ sql: 'SELECT name FROM things ORDER BY id' }).rows.map(({ name }) => name);
    expect(names()).toEqual(['one']);
    expect(kept.execute({ sql: ADD, args: ['two', 2, null] })).toMatchObject({ rowsAffected: 1, lastInsertRowid: 2n });
    expect(names()).toEqual(['one', 'two']);
    kept.execute({ sql: `${ADD} RETURNING id`, args: ['three', 3, null] });
    expect(names()).toEqual(['one', 'two', 'three']);
  });

  it('fail with the code of SQLite, and work again afterwards', () => {
    expect(() => kept.execute({ sql: ADD, args: ['one', 1, null] })).toThrow(
      expect.objectContaining({ name: 'LibsqlError', code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    );
    expect(kept.execute({ sql: ADD, args: ['two', 1, null] }).rowsAffected).toBe(1);
    expect(() => kept.execute({ sql: 'SELECT colour FROM things' })).toThrow(/no such column/);
  });

  it('never bind a value of the time before', () => {
    kept.execute({ sql: ADD, args: ['two', 2, bytes] });
    kept.execute({ sql: ADD, args: ['three'] });
    const { rows } = kept.execute({ sql: 'SELECT size, bytes FROM things WHERE name = ?', args: ['three'] });
    expect({ ...rows[0] }).toEqual({ size: null, bytes: null });
    expect(kept.execute({ sql: BY_NAME, args: ['one'] }).rows).toHaveLength(1);
    expect(kept.execute({ sql: BY_NAME, args: [] }).rows).toHaveLength(0);
  });

  it('refuse what cannot be bound in the words of the stock client, by which the API knows a bad question', async () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 2n ** 70n]) {
      const statement = { sql: 'SELECT ?', args: [value as bigint] };
      const expected: unknown = await stock.execute(statement).catch((error: unknown) => error);
      expect(expected).toBeInstanceOf(Error);
      expect(() => kept.execute(statement)).toThrow(expected);
    }
    expect(() => kept.execute({ sql: 'SELECT 9007199254740993' })).toThrow(RangeError);
  });

  it('are let go when the connection closes, and the file with them', async () => {
    kept.execute({ sql: BY_NAME, args: ['one'] });
    kept.close();
    expect(() => kept.execute({ sql: BY_NAME, args: ['one'] })).toThrow(/closed/);
    for (const db of [connection, other]) db.close();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    await expect.poll(() => (collect(), openFiles().filter((file) => file.startsWith(folder)))).toEqual([]);
  });

  it('hold neither a commit nor a checkpoint back', () => {
    kept.execute({ sql: BY_NAME, args: ['one'] });
    connection.exec('BEGIN IMMEDIATE');
    kept.execute({ sql: ADD, args: ['two', 2, null] });
    kept.execute({ sql: BY_NAME, args: ['two'] });
    expect(() => kept.execute({ sql: ADD, args: ['two', 2, null] })).toThrow(/UNIQUE/);
    connection.exec('COMMIT');
    const [busy] = other.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw(true).all() as number[][];
    expect(busy?.[0]).toBe(0);
  });

  it('know the columns of a table that another connection has changed', () => {
    const all = () => ({ ...kept.execute({ sql: 'SELECT * FROM things' }).rows[0] });
    expect(Object.keys(all())).toHaveLength(4);
    other.exec('ALTER TABLE things ADD COLUMN colour text');
    expect(Object.keys(all())).toEqual(['id', 'name', 'size', 'bytes', 'colour']);
  });

  it('are let go, oldest first, when there are many', () => {
    for (let i = 0; i < 600; i++) expect(kept.execute({ sql: `SELECT ${i} AS i` }).rows[0]?.i).toBe(i);
    expect(kept.execute({ sql: 'SELECT 0 AS i' }).rows[0]?.i).toBe(0);
  });
});
