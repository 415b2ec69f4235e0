import type { Client, InArgs, InStatement, ResultSet, Transaction, TransactionMode } from '@libsql/client';
import { Sqlite3Client, Sqlite3Transaction } from '@libsql/client/sqlite3';
import Database from 'libsql';
import { createBreath } from './breath.ts';
import { createSqliteStatements } from './sqlite-statements.ts';

/** How long a write waits for its turn, in this process and for other processes, in milliseconds. */
const WRITE_WAIT_MS = 15_000;
/** How long one attempt may block the thread while another process writes. */
const BLOCKING_MS = 25;

export interface SerialSqliteClient extends Client {
  /** The error of the last commit that failed, once: the adapter's own commit swallows it (ADR 0006). */
  takeCommitFailure: () => Error | null;
  /** Rows of a SELECT as arrays of values, from the reading connection. Blocks the thread while it reads. */
  readRaw: (sql: string, ...args: (string | number)[]) => unknown[][];
}

/**
 * A libSQL client over one writing and one reading connection. The stock client opens a connection for
 * every transaction, keeps it until garbage collection and forgets the busy timeout on it; and since
 * the driver blocks the thread, two transactions of one process wait for each other until both fail.
 * Here writes queue in the process, and wait for other processes without blocking the thread. However many statements
 * follow each other, others have their turn between them. `admit` throws for a write that may not be made now.
 */
export function createSerialSqliteClient(url: string, admit: () => void = () => undefined): SerialSqliteClient {
  const path = url.replace(/^file:/, '');
  const writerDb = new Database(path);
  const readerDb = new Database(path);
  const writer = new Sqlite3Client(path, {}, writerDb, 'number');
  const reader = new Sqlite3Client(path, {}, readerDb, 'number');
  for (const db of [writerDb, readerDb]) db.exec(`PRAGMA busy_timeout = ${WRITE_WAIT_MS}`);
  enableWal(writerDb);
  for (const db of [writerDb, readerDb]) {
    db.exec(`PRAGMA busy_timeout = ${BLOCKING_MS}`);
    db.exec('PRAGMA foreign_keys = ON');
  }

  const written = createSqliteStatements(writerDb);
  const read = createSqliteStatements(readerDb);
  // What may have changed the schema.
  const afterSchema = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      for (const statements of [written, read]) statements.forget();
    }
  };
  const turns = createTurns();
  const breathe = createBreath(() => performance.now());
  let commitFailure: Error | null = null;

  // Waiting for one's turn and for other processes is one wait.
  const inTurn = async <T>(work: (deadline: number) => Promise<T>): Promise<T> => {
    const deadline = Date.now() + WRITE_WAIT_MS;
    const done = await turns.take();
    try {
      return await retryWhileBusy(() => work(deadline), deadline);
    } finally {
      done();
    }
  };

  // Waiting happens in BEGIN alone, and never in a prepared statement: one that was told to wait stays
  // open until garbage collection, and with it the connection refuses every COMMIT.
  const begin = (deadline: number) => retryWhileBusy(() => Promise.resolve(writerDb.exec('BEGIN IMMEDIATE')), deadline);
  const rollback = () => {
    if (writerDb.inTransaction) writerDb.exec('ROLLBACK');
  };
  const write = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async (deadline) => {
      admit();
      await begin(deadline);
      try {
        const result = await work();
        writerDb.exec('COMMIT');
        return result;
      } finally {
        rollback();
      }
    });

  const client = {
    protocol: 'file',
    get closed() {
      return writer.closed;
    },
    async execute(stmtOrSql: InStatement | string, args?: InArgs) {
      const statement = toStatement(stmtOrSql, args);
      await breathe();
      if (isRead(statement.sql)) return retryWhileBusy(() => now(() => read.execute(statement)));
      const work = () => now(() => written.execute(statement));
      return isWrite(statement.sql) ? write(work) : afterSchema(() => inTurn(work));
    },
    batch: (statements: (InStatement | [string, InArgs?])[]) =>
      write(async () => {
        const results: ResultSet[] = [];
        for (const statement of statements) {
          await breathe();
          results.push(written.execute(flatten(statement)));
        }
        return results;
      }),
    migrate: (statements: InStatement[]) => afterSchema(() => inTurn<ResultSet[]>(() => writer.migrate(statements))),
    executeMultiple: (sql: string) => afterSchema(() => inTurn(() => writer.executeMultiple(sql))),
    async transaction(_mode?: TransactionMode): Promise<Transaction> {
      const deadline = Date.now() + WRITE_WAIT_MS;
      const done = await turns.take();
      try {
        admit();
        await begin(deadline);
      } catch (error) {
        done();
        throw error;
      }
      const transaction = new Sqlite3Transaction(writerDb, 'number');
      let hasEnded = false;
      const inside = async <T>(work: () => T): Promise<T> => {
        await breathe();
        // Meanwhile this one may have ended, and another begun on the same connection.
        if (hasEnded || transaction.closed) throw new Error('the transaction of this statement has ended');
        return work();
      };
      return Object.assign(transaction, {
        execute: (statement: InStatement) => inside(() => written.execute(toStatement(statement))),
        batch: (statements: InStatement[]) =>
          inside(() => statements.map((statement) => written.execute(toStatement(statement)))),
        commit: async () => {
          hasEnded = true;
          try {
            await Promise.resolve(writerDb.exec('COMMIT'));
            done();
          } catch (error) {
            commitFailure = error instanceof Error ? error : new Error(String(error));
            throw error;
          }
        },
        rollback: async () => {
          hasEnded = true;
          try {
            rollback();
            await Promise.resolve();
          } finally {
            done();
          }
        },
      });
    },
    sync: () => Promise.reject(new Error('a local database has nothing to sync')),
    reconnect: () => undefined,
    close() {
      // The file stays open for as long as a statement of it is kept.
      for (const statements of [written, read]) statements.close();
      writer.close();
      reader.close();
    },
    readRaw: (sql: string, ...args: (string | number)[]) =>
      readerDb
        .prepare(sql)
        .raw(true)
        .all(...args) as unknown[][],
    takeCommitFailure() {
      const failure = commitFailure;
      commitFailure = null;
      return failure;
    },
  };
  return client;
}

function enableWal(db: Database.Database): void {
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  db.exec(`PRAGMA journal_size_limit = ${64 * 1024 * 1024}`);
}

const isWrite = (sql: string) => /^\s*(insert|update|delete|replace|with)\b/i.test(sql);
const isRead = (sql: string) => /^\s*(select|explain|pragma\s+\w+\s*;?\s*$)/i.test(sql);

const now = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));

const toStatement = (stmtOrSql: InStatement | string, args?: InArgs): { sql: string; args: InArgs } =>
  typeof stmtOrSql === 'string' ? { sql: stmtOrSql, args: args ?? [] } : { sql: stmtOrSql.sql, args: stmtOrSql.args };

const flatten = (statement: InStatement | [string, InArgs?]): { sql: string; args: InArgs } =>
  Array.isArray(statement) ? toStatement(statement[0], statement[1]) : toStatement(statement);

/** True of an error that another connection's lock is the cause of. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  /SQLITE_BUSY|database is locked|database table is locked/i.test(
    `${error.message} ${'code' in error ? String(error.code) : ''}`,
  );

async function retryWhileBusy<T>(work: () => Promise<T>, deadline = Date.now() + WRITE_WAIT_MS): Promise<T> {
  for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** First come, first served; waiting longer than WRITE_WAIT_MS is an error instead of a deadlock. */
function createTurns(): { take: () => Promise<() => void> } {
  const queue: (() => void)[] = [];
  let taken = false;
  const release = () => {
    const next = queue.shift();
    if (next) next();
    else taken = false;
  };
  const once = (): (() => void) => {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      release();
    };
  };
  return {
    take() {
      if (!taken) {
        taken = true;
        return Promise.resolve(once());
      }
      return new Promise((resolve, reject) => {
        const turn = () => {
          clearTimeout(timer);
          resolve(once());
        };
        const timer = setTimeout(() => {
          queue.splice(queue.indexOf(turn), 1);
          reject(new Error(`SQLITE_BUSY: another write has not ended within ${WRITE_WAIT_MS} ms`));
        }, WRITE_WAIT_MS);
        queue.push(turn);
      });
    },
  };
}
